package io.weir.billing.app;

import io.weir.billing.app.DunningSteps.Attempt;
import io.weir.billing.domain.PurchaseKind;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Takes what is due without anybody doing anything: of the account's credit, where that suffices and the tenant offers
 * to pay by it. No gateway of this installation can be asked to charge a kept card for an invoice: agreements are
 * charged by their gateways, by their own schedule. Outside any transaction. A payment that is known under the
 * attempt's name already was made before a crash, and is not made again.
 */
@ApplicationScoped
public class TriedMoney {
    private static final String CREDIT = "credit";
    private Payments payments;
    private AccountCredits credits;
    private Accounts accounts;
    private PaymentDescriptions descriptions;

    protected TriedMoney() {
    }

    @Inject
    public TriedMoney(Payments payments, AccountCredits credits, Accounts accounts,
            PaymentDescriptions descriptions) {
        this.payments = payments;
        this.credits = credits;
        this.accounts = accounts;
        this.descriptions = descriptions;
    }

    /** {@code word}: what came of it; {@code tried}: whether there was anything to try. */
    record Outcome(String word, boolean tried) {
    }

    Outcome attempt(TenantId tenant, Attempt attempt) {
        var known = known(tenant, attempt);
        if (known.isPresent()) {
            return outcome(known.get());
        }
        if (!suffices(tenant, attempt)) {
            return new Outcome("nothing-to-try", false);
        }
        try {
            return outcome(payments.request(tenant, order(tenant, attempt)));
        } catch (RefusedException refused) {
            return new Outcome("declined", true);
        }
    }

    private static Outcome outcome(Payment payment) {
        return new Outcome(payment.status() == PaymentStatus.COMPLETED ? "paid-by-credit"
                : payment.status().isOpen() ? "waiting" : "declined", true);
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

    private Payments.Order order(TenantId tenant, Attempt attempt) {
        return new Payments.Order(attempt.account(), accounts.account(tenant, attempt.account()).owner(),
                attempt.due(), descriptions.of(tenant, attempt.number()),
                PurchaseKind.INVOICE.purpose(attempt.invoice()), Optional.of(CREDIT), Payments.Return.NOWHERE,
                Optional.empty(), new PaymentId(attempt.payment()));
    }
}
