package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.sandbox.SandboxAgreement.Charged;
import io.weir.paymentgateways.sandbox.SandboxRefund.Charge;
import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What happens with agreements, each verb a transaction of its own, in which it is also queued to be told. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AgreementDesk implements Agreements, AgreementInquiries {
    @Inject
    AgreementRows agreements;
    @Inject
    ChargeRows charges;
    @Inject
    NoticeRows notices;
    @Inject
    Time time;

    @Override
    public AgreementState look(Merchant merchant, String agreement) {
        return agreements.find(merchant.tenant().id(), agreement).orElseThrow(() -> unknown(agreement)).state();
    }

    @Override
    public List<Fact> ask(Merchant merchant, String reference, Instant since) {
        var tenant = merchant.tenant().id();
        return agreements.lock(tenant, reference).map(known -> SandboxEvents.asked(known,
                charges.ofAgreement(tenant, known.firstCharge(), since))).orElse(List.of());
    }

    @Override
    public AgreementState cancel(Merchant merchant, String agreement, boolean atPeriodEnd) {
        return change(merchant.tenant().id(), agreement, known -> known.cancel(atPeriodEnd, time.now()));
    }

    @Override
    public AgreementState resume(Merchant merchant, String agreement) {
        return change(merchant.tenant().id(), agreement, known -> known.resume(time.now()));
    }

    @Override
    public AgreementState change(Merchant merchant, String agreement, Change change) {
        var tenant = merchant.tenant();
        var known = required(tenant.id(), agreement);
        if (known.changeKey().filter(change.key()::equals).isPresent()) {
            return known.state();
        }
        var wanted = new Terms(change.recurring(), change.name(), change.price());
        var now = time.now();
        var charged = change.atOnce()
                ? known.changeNow(change.key(), wanted, tenant.zone(), time.now(tenant.id()))
                : new Charged(known.changeLater(change.key(), wanted, now), Optional.empty());
        return write(new Charged(charged.agreement().at(now), charged.money())).state();
    }

    /** Charges one agreement of the tenant whose period is over by the tenant's clock. @return whether there was one */
    public boolean chargeNext(Tenant tenant) {
        var due = agreements.lockDue(tenant.id(), time.now(tenant.id()));
        due.ifPresent(agreement -> write(agreement.charge(tenant.zone(), time.now())));
        return due.isPresent();
    }

    /** Newest first. */
    public List<SandboxAgreement> of(TenantId tenant, AccountId account) {
        return agreements.of(tenant, account);
    }

    /** Charged by this card from now on, all that run. */
    public void use(TenantId tenant, AccountId account, TestCard card) {
        agreements.of(tenant, account).stream().filter(agreement -> !agreement.isEnded())
                .map(agreement -> required(tenant, agreement.reference()))
                .forEach(agreement -> agreements.update(agreement.by(card)));
    }

    private AgreementState change(TenantId tenant, String reference, UnaryOperator<SandboxAgreement> verb) {
        var known = required(tenant, reference);
        var changed = verb.apply(known);
        if (!changed.equals(known)) {
            agreements.update(changed);
            tell(changed, List.of(SandboxEvents.changed(changed)));
        }
        return changed.state();
    }

    private SandboxAgreement write(Charged charged) {
        var agreement = charged.agreement();
        agreements.update(agreement);
        charged.money().ifPresent(money -> charges.add(agreement.tenant(),
                new Charge(agreement.charge(), money, agreement.script()), time.now()));
        tell(agreement, SandboxEvents.charged(charged));
        return agreement;
    }

    private void tell(SandboxAgreement agreement, List<SandboxEvent> events) {
        notices.queue(agreement.tenant(), Sending.of(events, agreement.script(), time.now()), time.now());
    }

    private SandboxAgreement required(TenantId tenant, String reference) {
        return agreements.lock(tenant, reference).orElseThrow(() -> unknown(reference));
    }

    private static GatewayException unknown(String reference) {
        return new GatewayException("the sandbox has no agreement " + reference, null);
    }
}
