package io.weir.webportal;

import io.weir.payments.api.Gateways;
import io.weir.platform.api.Installation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * The page on which Paddle.js opens Paddle Billing's checkouts, at {@code /portal/paddle?_ptxn=}. Open to anybody, as
 * payers of a tenant's own site come here too.
 */
@Named("paddle")
@RequestScoped
public class PaddlePage {
    private static final String TRANSACTION = "txn_[A-Za-z0-9]{1,60}";

    @Inject
    private Gateways gateways;
    @Inject
    private Installation installation;
    @Inject
    private Visitor visitor;

    /** Public by nature; empty while the tenant has set none. */
    public String getToken() {
        return setting("PADDLE_CLIENT_TOKEN").orElse("");
    }

    public boolean isReady() {
        return !getToken().isEmpty() && visitor.parameter("_ptxn").filter(id -> id.matches(TRANSACTION)).isPresent();
    }

    public boolean isSandbox() {
        return isSandbox(getToken(), setting("PADDLE_ENVIRONMENT"), setting("PADDLE_API_URL"));
    }

    static boolean isSandbox(String token, Optional<String> environment, Optional<String> apiUrl) {
        return token.startsWith("test_") || environment.filter("sandbox"::equalsIgnoreCase).isPresent()
                || apiUrl.filter(url -> url.contains("sandbox")).isPresent();
    }

    public String getEnvironment() {
        return isSandbox() ? "sandbox" : "production";
    }

    /** Where a payer goes who has paid; strangers to the portal stay. */
    public String getSuccessUrl() {
        return visitor.isSignedIn() ? installation.baseUrl() + "/portal/payment" : "";
    }

    private Optional<String> setting(String name) {
        return gateways.shown(visitor.tenantId(), "paddle", name).filter(value -> !value.isBlank());
    }
}
