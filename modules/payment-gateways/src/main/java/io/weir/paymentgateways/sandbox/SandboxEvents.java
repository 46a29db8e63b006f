package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Money;
import io.weir.paymentgateways.sandbox.SandboxRefund.Charge;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.RefundAnswer;
import io.weir.platform.api.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the sandbox has to tell, in the order in which it happened. */
final class SandboxEvents {
    private SandboxEvents() {
    }

    /** @param begun the agreement that a payment began */
    static List<SandboxEvent> of(HeldCheckout decided, SandboxOutcome outcome, Optional<SandboxAgreement> begun,
            Instant now) {
        var events = new ArrayList<SandboxEvent>();
        if (decided.script().reorder() && outcome.said() == Fact.Outcome.PAID) {
            events.add(of(decided, SandboxOutcome.REQUIRES_AUTHENTICATION, now));
        }
        var told = of(decided, outcome, now);
        events.add(begun.map(agreement -> with(told, agreement)).orElse(told));
        begun.ifPresent(agreement -> events.add(changed(agreement)));
        return events;
    }

    /** As a notice would tell it. */
    static SandboxEvent of(HeldCheckout decided, SandboxOutcome outcome, Instant now) {
        boolean isPaid = outcome.said() == Fact.Outcome.PAID;
        var money = isPaid ? decided.taken() : decided.amount();
        return new SandboxEvent(id(), "payment." + outcome.said().name().toLowerCase(Locale.ROOT), true,
                decided.orderCode(), money.minor(), money.currency(),
                isPaid ? Optional.of(decided.charge()) : Optional.empty(), outcome.words(), Optional.of(now),
                Optional.empty(), Optional.empty());
    }

    /** Of a charge while nobody was there. */
    static SandboxEvent charged(HeldCheckout decided, Instant now) {
        boolean isPaid = decided.status() == CheckoutStatus.PAID;
        var money = isPaid ? decided.taken() : decided.amount();
        return new SandboxEvent(id(), isPaid ? SandboxEvent.PAID : SandboxEvent.FAILED, true, decided.orderCode(),
                money.minor(), money.currency(), isPaid ? Optional.of(decided.charge()) : Optional.empty(),
                decided.words().orElse(""), Optional.of(now), Optional.empty(), Optional.empty());
    }

    static SandboxEvent changed(SandboxAgreement agreement) {
        return of(agreement, SandboxEvent.AGREEMENT, agreement.terms().price(), Optional.empty());
    }

    /** A charge, and how the agreement stands since. */
    static List<SandboxEvent> charged(SandboxAgreement.Charged charged) {
        var agreement = charged.agreement();
        boolean failed = charged.money().isEmpty() && agreement.course().failures() > 0
                && !agreement.course().cancelAtPeriodEnd();
        var charge = charged.money().map(money -> of(agreement, SandboxEvent.RENEWED, money,
                Optional.of(agreement.charge()))).or(() -> failed ? Optional.of(of(agreement, SandboxEvent.NOT_RENEWED,
                agreement.terms().price(), Optional.of(agreement.charge()))) : Optional.empty());
        var events = new ArrayList<SandboxEvent>();
        charge.ifPresent(events::add);
        events.add(changed(agreement));
        return events;
    }

    /** What is told of an agreement that is asked about: what was charged, that its card fails, how it stands. */
    static List<Fact> asked(SandboxAgreement agreement, List<Charge> charges) {
        var facts = new ArrayList<Fact>();
        for (var charge : charges) {
            var told = (Fact.Renewed) fact(of(agreement, SandboxEvent.RENEWED, charge.amount(),
                    Optional.of(charge.reference())));
            // What an earlier one was for is not in the books.
            facts.add(charge.reference().equals(agreement.charge()) ? told : new Fact.Renewed(told.subject(),
                    told.agreement(), told.charge(), told.amount(), Optional.empty()));
        }
        if (agreement.course().failures() > 0) {
            facts.add(fact(of(agreement, SandboxEvent.NOT_RENEWED, agreement.terms().price(),
                    Optional.of(agreement.charge()))));
        }
        facts.add(fact(changed(agreement)));
        return facts;
    }

    private static Fact fact(SandboxEvent event) {
        return event.toNotice().fact();
    }

    /** Empty while it is pending. */
    static List<SandboxEvent> of(SandboxRefund refund, Instant now) {
        if (refund.outcome() == RefundAnswer.Outcome.PENDING) {
            return List.of();
        }
        var type = refund.outcome() == RefundAnswer.Outcome.COMPLETED ? SandboxEvent.REFUND_COMPLETED
                : SandboxEvent.REFUND_FAILED;
        var wish = refund.wish();
        return List.of(new SandboxEvent(id(), type, true, 0, wish.amount().minor(), wish.amount().currency(),
                Optional.of(wish.reference()), refund.words().orElse("Sandbox: given back"), Optional.of(now),
                Optional.empty(), Optional.of(wish.charge().reference())));
    }

    static SandboxEvent test(String id, Currency currency, Instant now) {
        return new SandboxEvent("sbx_" + id, SandboxEvent.TEST, true, 0, 0, currency, Optional.empty(),
                "Sandbox: a test", Optional.of(now), Optional.empty(), Optional.empty());
    }

    private static SandboxEvent of(SandboxAgreement agreement, String type, Money money, Optional<String> charge) {
        return new SandboxEvent(id(), type, true, agreement.origin().orderCode(), money.minor(), money.currency(),
                charge, type.equals(SandboxEvent.NOT_RENEWED) ? SandboxOutcome.DECLINE.words()
                        : "Sandbox: " + agreement.terms().name(),
                Optional.of(agreement.course().changedAt()), Optional.of(agreement.state()), Optional.empty());
    }

    private static SandboxEvent with(SandboxEvent event, SandboxAgreement begun) {
        return new SandboxEvent(event.id(), event.type(), event.sandbox(), event.orderCode(), event.amount(),
                event.currency(), event.reference(), event.message(), event.occurredAt(),
                Optional.of(begun.state()), Optional.empty());
    }

    private static String id() {
        return "sbx_" + Ids.next();
    }
}
