package io.weir.paymentgateways.sandbox;

import io.weir.payments.api.SandboxUpkeep;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Does what is due: by each tenant's own clock what is charged and given back, by the real one what is told. */
@ApplicationScoped
public class ClockedSandboxUpkeep implements SandboxUpkeep {
    private final Tenants tenants;
    private final AgreementDesk agreements;
    private final RefundDesk refunds;
    private final NoticeDelivery delivery;
    private final NoticeRows notices;
    private final Time time;

    @Inject
    ClockedSandboxUpkeep(Tenants tenants, AgreementDesk agreements, RefundDesk refunds, NoticeDelivery delivery,
            NoticeRows notices, Time time) {
        this.tenants = tenants;
        this.agreements = agreements;
        this.refunds = refunds;
        this.delivery = delivery;
        this.notices = notices;
        this.time = time;
    }

    /** For the container's proxy. */
    protected ClockedSandboxUpkeep() {
        this(null, null, null, null, null, null);
    }

    @Override
    public int chargeDue(int most) {
        int done = 0;
        for (var tenant : tenants.all().stream().filter(Tenant::sandbox).toList()) {
            while (done < most && agreements.chargeNext(tenant)) {
                done++;
            }
        }
        for (var tenant : tenants.all()) {
            while (done < most && refunds.settleNext(tenant.id())) {
                done++;
            }
        }
        return done;
    }

    @Override
    public int deliverDue(int most) {
        return delivery.deliverDue(most);
    }

    @Override
    public void forgetOld() {
        notices.forgetOld(time.now());
    }
}
