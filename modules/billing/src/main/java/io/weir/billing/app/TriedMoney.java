package io.weir.billing.app;

import io.weir.billing.api.Dunning.Declined;
import io.weir.billing.app.DunningSteps.Attempt;
import io.weir.billing.domain.PurchaseKind;
import io.weir.billing.domain.dunning.Tried;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Charges;
import io.weir.payments.api.Charges.Charge;
import io.weir.payments.api.Decline;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Takes what is due without anybody doing anything: of the account's credit, where that suffices and the tenant offers
 * to pay by it, else by what a gateway keeps and can charge while nobody is there. Outside any transaction. A payment
 * that is known under the attempt's name already was made before a crash, and is not made again.
 */
@ApplicationScoped
public class TriedMoney {
    private static final String CREDIT = "credit";
    private Payments payments;
    private Charges charges;
    private AccountCredits credits;
    private Accounts accounts;
    private PaymentDescriptions descriptions;

    protected TriedMoney() {
    }

    @Inject
    public TriedMoney(Payments payments, Charges charges, AccountCredits credits, Accounts accounts,
            PaymentDescriptions descriptions) {
        this.payments = payments;
        this.charges = charges;
        this.credits = credits;
        this.accounts = accounts;
        this.descriptions = descriptions;
    }

    Tried attempt(TenantId tenant, Attempt attempt) {
        var known = known(tenant, attempt);
        if (known.filter(payment -> payment.gateway().equals(CREDIT)).isPresent()) {
            return ofCredit(known.get());
        }
        var byCredit = known.isEmpty() && suffices(tenant, attempt) ? byCredit(tenant, attempt)
                : Optional.<Tried>empty();
        return byCredit.filter(tried -> tried != Tried.DECLINED).orElseGet(() -> byCard(tenant, attempt, byCredit));
    }

    private Optional<Tried> byCredit(TenantId tenant, Attempt attempt) {
        try {
            return Optional.of(ofCredit(payments.request(tenant, order(tenant, attempt, Optional.of(CREDIT)))));
        } catch (RefusedException refused) {
            return Optional.of(Tried.DECLINED);
        }
    }

    private static Tried ofCredit(Payment payment) {
        return payment.status() == PaymentStatus.COMPLETED ? Tried.PAID_BY_CREDIT
                : payment.status().isOpen() ? Tried.WAITING : Tried.DECLINED;
    }

    private Tried byCard(TenantId tenant, Attempt attempt, Optional<Tried> before) {
        var charge = charges.charge(tenant, order(tenant, attempt, Optional.empty()));
        return charge.outcome() == Charges.Outcome.NO_METHOD ? before.orElse(Tried.NOTHING) : of(charge);
    }

    static Tried of(Charge charge) {
        return switch (charge.outcome()) {
            case PAID -> Tried.PAID_BY_CARD;
            case DECLINED -> Tried.declined(new Declined(charge.decline().map(Decline::code)
                    .orElse(Decline.CARD_DECLINED), charge.method().flatMap(PaymentMethod::last4)));
            case PENDING -> Tried.WAITING;
            case NO_METHOD -> Tried.NOTHING;
            case UNDER_WAY -> Tried.UNDER_WAY;
            case UNREACHABLE -> Tried.UNREACHABLE;
        };
    }

    private Optional<Payment> known(TenantId tenant, Attempt attempt) {
        try {
            return Optional.of(payments.payment(tenant, new PaymentId(attempt.payment())));
        } catch (RefusedException unknown) {
            return Optional.empty();
        }
    }

    private boolean suffices(TenantId tenant, Attempt attempt) {
        if (!payments.gateways(tenant).contains(CREDIT)) {
            return false;
        }
        var balance = credits.balance(tenant, attempt.account());
        return balance.currency().equals(attempt.due().currency()) && balance.compareTo(attempt.due()) >= 0;
    }

    private Payments.Order order(TenantId tenant, Attempt attempt, Optional<String> gateway) {
        return new Payments.Order(attempt.account(), accounts.account(tenant, attempt.account()).owner(),
                attempt.due(), descriptions.of(tenant, attempt.number()),
                PurchaseKind.INVOICE.purpose(attempt.invoice()), gateway, Payments.Return.NOWHERE,
                Optional.empty(), new PaymentId(attempt.payment()));
    }
}
