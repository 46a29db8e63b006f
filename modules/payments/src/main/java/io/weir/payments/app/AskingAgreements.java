package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.store.AgreementChecks.Check;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks a gateway what became of one agreement, outside any transaction, and applies what it says as if notices had told
 * it: each fact by itself, so that one that can't be applied undoes no other.
 */
@ApplicationScoped
public class AskingAgreements {
    private static final Logger LOG = Logger.getLogger(AskingAgreements.class.getName());
    /** Providers collect an old charge as late as that; what is told again is known by its name. */
    private static final Duration COLLECTED_WITHIN = Duration.ofDays(62);

    @Inject
    TenantGateways gateways;
    @Inject
    AgreementSteps steps;
    @Inject
    Time time;

    /** A gateway that does not answer leaves the agreement as it is known; it is asked again later. */
    public void ask(TenantId tenant, UUID agreement) {
        steps.running(tenant, agreement).ifPresent(check -> {
            var gateway = gateways.required(check.agreement().agreement().gateway());
            gateway.agreementInquiries().ifPresentOrElse(inquiries -> ask(tenant, check, gateway, inquiries),
                    () -> steps.cannotAsk(tenant, check));
        });
    }

    private void ask(TenantId tenant, Check check, Gateway gateway, AgreementInquiries inquiries) {
        var begun = time.now();
        try {
            var merchant = gateways.merchant(gateways.tenant(tenant), gateway);
            var said = inquiries.ask(merchant, check.agreement().agreement().reference(), since(check));
            boolean areApplied = apply(tenant, check, gateway, said);
            steps.asked(tenant, check, areApplied ? Optional.of(begun) : Optional.empty());
        } catch (GatewayException e) {
            LOG.log(Level.WARNING, "gateway {0} did not tell of agreement {1}: {2}",
                    new Object[] {gateway.name(), check.agreement().agreement().id(), e.getMessage()});
            steps.asked(tenant, check, Optional.empty());
        }
    }

    private boolean apply(TenantId tenant, Check check, Gateway gateway, List<Fact> said) {
        boolean areApplied = true;
        for (var fact : said) {
            areApplied &= apply(tenant, check.agreement().agreement().id(), gateway, fact);
        }
        return areApplied;
    }

    private boolean apply(TenantId tenant, UUID agreement, Gateway gateway, Fact fact) {
        try {
            var applied = steps.apply(tenant, gateway.name(), fact);
            LOG.log(applied.needsPerson() ? Level.WARNING : Level.INFO, "agreement {0} asked at gateway {1}: {2}",
                    new Object[] {agreement, gateway.name(), applied.result()});
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "agreement " + agreement + ": what gateway " + gateway.name()
                    + " said was not applied");
            return false;
        }
    }

    /** All of its life when it was never asked about. */
    private static Instant since(Check check) {
        return check.askedAt().map(heard -> heard.minus(COLLECTED_WITHIN)).orElse(Instant.EPOCH);
    }
}
