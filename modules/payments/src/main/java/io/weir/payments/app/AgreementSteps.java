package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements.Wish;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.PaymentId;
import io.weir.payments.domain.Applied;
import io.weir.payments.domain.StoredAgreement;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.store.AgreementChecks;
import io.weir.payments.store.AgreementChecks.Check;
import io.weir.payments.store.AgreementRows;
import io.weir.payments.store.AgreementWishes;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is read and written of agreements around a gateway's answer, each in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class AgreementSteps {
    @Inject
    AgreementRows rows;
    @Inject
    AgreementWishes wishes;
    @Inject
    AgreementFacts facts;
    @Inject
    Facts allFacts;
    @Inject
    AgreementChecks checks;

    public List<Agreement> of(TenantId tenant, AccountId account) {
        return rows.of(account).stream().map(StoredAgreement::agreement).toList();
    }

    public List<Agreement> pastDue(TenantId tenant, int most) {
        return rows.pastDue(most).stream().map(StoredAgreement::agreement).toList();
    }

    public StoredAgreement required(TenantId tenant, UUID id) {
        return rows.find(id).orElseThrow(() -> Refusal.notFound("AGREEMENT_NOT_FOUND").asException());
    }

    @Transactional(Transactional.TxType.REQUIRED)
    public Optional<Agreement> ofRenewal(TenantId tenant, PaymentId renewal) {
        return rows.ofRenewal(renewal).map(StoredAgreement::agreement);
    }

    @Transactional(Transactional.TxType.REQUIRED)
    public void wish(TenantId tenant, UUID id, Wish wish) {
        if (required(tenant, id).agreement().status().isRunning()) {
            wishes.put(tenant, id, wish);
        }
    }

    public Agreement answered(TenantId tenant, StoredAgreement asked, AgreementState state) {
        return facts.answered(tenant, asked, state).agreement();
    }

    /** Empty for one that has ended. */
    public Optional<Check> running(TenantId tenant, UUID id) {
        return checks.running(tenant, id);
    }

    public Page<Check> toCheck(TenantId tenant, Page.Request page) {
        return checks.page(tenant, page);
    }

    /** What its gateway said when it was asked. */
    public Applied apply(TenantId tenant, String gateway, Fact fact) {
        return allFacts.apply(tenant, gateway, fact);
    }

    /** Its gateway was asked, and asked again when it is due. {@code heard}: when, if all was heard and applied. */
    public void asked(TenantId tenant, Check before, Optional<Instant> heard) {
        checks.asked(tenant, before, heard);
    }

    public void cannotAsk(TenantId tenant, Check check) {
        checks.cannotAsk(tenant, check);
    }
}
