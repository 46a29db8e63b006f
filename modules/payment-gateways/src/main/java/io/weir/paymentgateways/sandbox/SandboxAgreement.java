package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.GatewayException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A payer who is charged each period. Begins with a paid checkout; goes on from period to period by its card until it
 * is cancelled or its card fails for good, which is final. {@code next}: what it is for from the next period on. {@code
 * changeKey}: of the newest wish to change it, which is done once.
 */
record SandboxAgreement(TenantId tenant, String reference, Origin origin, TestCard card, Terms terms,
        Optional<Terms> next, Optional<String> changeKey, Course course, Script script) {

    /** The checkout that began it, and whose it is. */
    record Origin(PaymentId checkout, long orderCode, AccountId account) {
    }

    /** What a charge did: how the agreement stands since, and the money, if it came. */
    record Charged(SandboxAgreement agreement, Optional<Money> money) {
    }

    static SandboxAgreement begin(HeldCheckout paid, ZoneId zone, Instant tenantNow, Instant now) {
        var terms = new Terms(paid.recurring().orElseThrow(), paid.name(), paid.amount());
        return new SandboxAgreement(paid.tenant(), paid.agreement(),
                new Origin(paid.id(), paid.orderCode(), paid.account()), paid.card().orElseThrow(), terms,
                Optional.empty(), Optional.empty(), Course.begin(tenantNow, terms.end(tenantNow, 1, zone), now),
                paid.script());
    }

    /** The sandbox's name for an account. */
    static String customer(AccountId account) {
        return "sbx_cus_" + account;
    }

    AgreementState state() {
        return new AgreementState(reference, Optional.of(customer(origin.account())), course.status(),
                course.cancelAtPeriodEnd(), Optional.of(course.paidUntil()), Optional.of(terms.recurring().product()));
    }

    boolean isEnded() {
        return course.status() == Status.ENDED;
    }

    /** The name of its first payment's money. */
    String firstCharge() {
        return "sbx_ch_" + origin.checkout();
    }

    /** The name of the newest charge that was tried. */
    String charge() {
        return firstCharge() + "_" + course.charges();
    }

    /** The period is over: ends it if that was wished, else charges the next one, or notes that its card failed. */
    Charged charge(ZoneId zone, Instant now) {
        if (course.cancelAtPeriodEnd()) {
            return new Charged(cancel(false, now), Optional.empty());
        }
        if (!card.paysLater()) {
            return new Charged(with(course.failed().at(now)), Optional.empty());
        }
        var renewed = next.isPresent() ? paid(next.get(), course.paidUntil(), 1, zone)
                : paid(terms, course.anchor(), course.periods() + 1, zone);
        return new Charged(renewed.at(now), Optional.of(renewed.terms().price()));
    }

    /** Quiet when it has ended, or was cancelled so before. */
    SandboxAgreement cancel(boolean atPeriodEnd, Instant now) {
        if (isEnded() || atPeriodEnd && course.cancelAtPeriodEnd()) {
            return this;
        }
        return with(atPeriodEnd ? course.ending(true) : course.ended()).at(now);
    }

    /** @throws GatewayException when it has ended */
    SandboxAgreement resume(Instant now) {
        requireRunning();
        return course.cancelAtPeriodEnd() ? with(course.ending(false)).at(now) : this;
    }

    /** Charged by another card from now on. */
    SandboxAgreement by(TestCard other) {
        return new SandboxAgreement(tenant, reference, origin, other, terms, next, changeKey, course, script);
    }

    /** For something else from the next period on. @throws GatewayException when it has ended */
    SandboxAgreement changeLater(String key, Terms wanted, Instant now) {
        requireRunning();
        return new SandboxAgreement(tenant, reference, origin, card, terms, Optional.of(wanted), Optional.of(key),
                course, script).at(now);
    }

    /**
     * For something else at once: a new period begins, and what is left of the old one's price is set off.
     *
     * @throws GatewayException when it has ended, its card fails, or more is left than the new price
     */
    Charged changeNow(String key, Terms wanted, ZoneId zone, Instant tenantNow) {
        requireRunning();
        var due = wanted.price().minus(unused(zone, tenantNow));
        if (due.minor() <= 0) {
            throw new GatewayException("more of the period is left than the new price", null);
        }
        if (!card.paysLater()) {
            throw new GatewayException(SandboxOutcome.DECLINE.words(), null);
        }
        return new Charged(new SandboxAgreement(tenant, reference, origin, card, terms, next, Optional.of(key), course,
                script).paid(wanted, tenantNow, 1, zone), Optional.of(due));
    }

    /** A change that happened at that (real) time. */
    SandboxAgreement at(Instant now) {
        return with(course.at(now));
    }

    private Money unused(ZoneId zone, Instant tenantNow) {
        var begun = course.periods() == 1 ? course.anchor() : terms.end(course.anchor(), course.periods() - 1, zone);
        long whole = Duration.between(begun, course.paidUntil()).toMillis();
        long left = Math.max(0, Math.min(whole, Duration.between(tenantNow, course.paidUntil()).toMillis()));
        var minor = BigInteger.valueOf(terms.price().minor()).multiply(BigInteger.valueOf(left))
                .divide(BigInteger.valueOf(whole));
        return new Money(minor.longValueExact(), terms.price().currency());
    }

    private SandboxAgreement paid(Terms by, Instant anchor, int periods, ZoneId zone) {
        return new SandboxAgreement(tenant, reference, origin, card, by, Optional.empty(), changeKey,
                course.paid(anchor, periods, by.end(anchor, periods, zone)), script);
    }

    private void requireRunning() {
        if (isEnded()) {
            throw new GatewayException("agreement " + reference + " has ended", null);
        }
    }

    private SandboxAgreement with(Course now) {
        return new SandboxAgreement(tenant, reference, origin, card, terms, next, changeKey, now, script);
    }
}
