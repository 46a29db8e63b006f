package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.PaymentId;
import io.weir.payments.domain.StoredAgreement;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.store.AgreementWishes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks the gateway between two transactions: one that reads the agreement, and one that writes its answer down. */
@ApplicationScoped
public class AskedAgreements implements AccountAgreements {
    private static final Logger LOG = Logger.getLogger(AskedAgreements.class.getName());

    @Inject
    AgreementSteps steps;
    @Inject
    AgreementWishes wishes;
    @Inject
    TenantGateways gateways;

    @Override
    public List<Agreement> of(TenantId tenant, AccountId account) {
        return steps.of(tenant, account);
    }

    @Override
    public List<Agreement> pastDue(TenantId tenant, int most) {
        return steps.pastDue(tenant, most);
    }

    @Override
    public Optional<Agreement> running(TenantId tenant, AccountId account) {
        return of(tenant, account).stream().filter(agreement -> agreement.status().isRunning()).findFirst();
    }

    @Override
    public Agreement cancel(TenantId tenant, UUID id, boolean atPeriodEnd) {
        var known = steps.required(tenant, id);
        return known.agreement().status().isRunning() ? ask(tenant, known,
                (gateway, merchant) -> gateway.cancel(merchant, known.agreement().reference(), atPeriodEnd))
                : known.agreement();
    }

    @Override
    public Agreement resume(TenantId tenant, UUID id) {
        var known = running(tenant, id);
        return ask(tenant, known, (gateway, merchant) -> gateway.resume(merchant, known.agreement().reference()));
    }

    @Override
    public Agreement change(TenantId tenant, UUID id, Change change) {
        var known = running(tenant, id);
        var wanted = new Agreements.Change(change.key(), change.recurring(), change.name(), change.price(),
                change.atOnce());
        return ask(tenant, known, (gateway, merchant) -> gateway.change(merchant, known.agreement().reference(),
                wanted));
    }

    @Override
    public Optional<Agreement> ofRenewal(TenantId tenant, PaymentId renewal) {
        return steps.ofRenewal(tenant, renewal);
    }

    @Override
    public void wish(TenantId tenant, UUID agreement, Wish wish) {
        steps.wish(tenant, agreement, wish);
    }

    @Override
    public int tellDue(int most) {
        var found = wishes.claim(most);
        found.forEach(this::tell);
        return found.size();
    }

    /** One that fails holds up no other: it was put off when it was claimed. */
    private void tell(AgreementWishes.Due due) {
        try {
            switch (due.wish()) {
                case END_AT_PERIOD_END -> cancel(due.tenant(), due.agreement(), true);
                case END_NOW -> cancel(due.tenant(), due.agreement(), false);
                case GO_ON -> goOn(due.tenant(), due.agreement());
            }
            wishes.done(due);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "agreement " + due.agreement() + " was not told: " + due.wish());
            wishes.missed(due, e.getClass().getSimpleName());
        }
    }

    /** What has ended meanwhile cannot go on, and nobody is charged for it. */
    private void goOn(TenantId tenant, UUID id) {
        if (steps.required(tenant, id).agreement().status().isRunning()) {
            resume(tenant, id);
        }
    }

    private StoredAgreement running(TenantId tenant, UUID id) {
        var known = steps.required(tenant, id);
        if (!known.agreement().status().isRunning()) {
            throw Refusal.conflict("AGREEMENT_ENDED").asException();
        }
        return known;
    }

    private Agreement ask(TenantId tenant, StoredAgreement known,
            BiFunction<Agreements, Merchant, AgreementState> verb) {
        var gateway = gateways.required(known.agreement().gateway());
        try {
            var merchant = gateways.merchant(gateways.tenant(tenant), gateway);
            var state = verb.apply(gateway.agreements().orElseThrow(), merchant);
            return steps.answered(tenant, known, state);
        } catch (GatewayException e) {
            LOG.log(Level.WARNING, e, () -> "gateway " + gateway.name() + " did not take a wish about agreement "
                    + known.agreement().id());
            throw Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "GATEWAY_FAILED", gateway.name()).asException();
        }
    }
}
