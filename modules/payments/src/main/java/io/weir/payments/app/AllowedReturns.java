package io.weir.payments.app;

import io.weir.payments.api.Payments;
import io.weir.payments.domain.ReturnUrls;
import io.weir.platform.api.Installation;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The return policy of a tenant: its own origins, those of the installation, and this server. */
@ApplicationScoped
public class AllowedReturns {
    @Inject
    @ConfigProperty(name = "CORS_ORIGINS")
    Optional<String> origins;
    @Inject
    Installation installation;

    public void check(Tenant tenant, Payments.Return returns) {
        var known = Stream.of(tenant.setting("cors.origins"), origins, Optional.of(installation.baseUrl()))
                .flatMap(Optional::stream).flatMap(list -> Arrays.stream(list.split(","))).map(String::trim).toList();
        new ReturnUrls(known, !installation.isProduction()).check(returns);
    }
}
