package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundAnswer.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Money that is given back, or not. {@code later}: what a pending one turns out to be, and when. */
record SandboxRefund(TenantId tenant, Wish wish, Outcome outcome, Optional<String> words, Optional<Later> later) {
    /** Long enough for whoever asked to write down that it is pending. */
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String REFUSED = "Sandbox: the refund was refused";

    /** {@code key}: the asker's own name for it; {@code reference}: the sandbox's. */
    record Wish(String key, String reference, Charge charge, Money amount) {
    }

    /** Money that was taken, and what a refund of it does. */
    record Charge(String reference, Money amount, Script script) {
    }

    /** What becomes of a pending one. */
    record Later(Outcome outcome, Instant at) {
    }

    static SandboxRefund of(TenantId tenant, Wish wish, Instant now) {
        var script = wish.charge().script();
        var at = now.plus(SOON).plusSeconds(script.delay());
        return switch (script.refunds()) {
            case COMPLETED -> new SandboxRefund(tenant, wish, Outcome.COMPLETED, Optional.empty(), Optional.empty());
            case REFUSED -> refused(tenant, wish, REFUSED);
            case PENDING -> pending(tenant, wish, new Later(Outcome.COMPLETED, at));
            case FAILING -> pending(tenant, wish, new Later(Outcome.FAILED, at));
        };
    }

    static SandboxRefund refused(TenantId tenant, Wish wish, String why) {
        return new SandboxRefund(tenant, wish, Outcome.FAILED, Optional.of(why), Optional.empty());
    }

    /** What was pending has turned out. */
    SandboxRefund decided() {
        var turned = later.map(Later::outcome).orElse(outcome);
        return new SandboxRefund(tenant, wish, turned, turned == Outcome.FAILED ? Optional.of(REFUSED) : words,
                Optional.empty());
    }

    RefundAnswer answer() {
        return new RefundAnswer(outcome, Optional.of(wish.reference()), words);
    }

    private static SandboxRefund pending(TenantId tenant, Wish wish, Later later) {
        return new SandboxRefund(tenant, wish, Outcome.PENDING, Optional.empty(), Optional.of(later));
    }
}
