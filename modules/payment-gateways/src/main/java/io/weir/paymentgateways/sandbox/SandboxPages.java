package io.weir.paymentgateways.sandbox;

import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Installation;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** The addresses that the sandbox needs: all of this server, but for those where a payer returns to. */
@ApplicationScoped
public class SandboxPages {
    private final Installation installation;

    @Inject
    SandboxPages(Installation installation) {
        this.installation = installation;
    }

    /** For the container's proxy. */
    protected SandboxPages() {
        this(null);
    }

    public String checkout(PaymentId payment) {
        return installation.baseUrl() + "/sandbox/checkout/" + payment;
    }

    public String portal(String link) {
        return installation.baseUrl() + "/sandbox/portal/" + link;
    }

    public URI notices(Tenant tenant) {
        return URI.create(installation.baseUrl() + "/api/webhooks/" + SandboxGateway.NAME + "/" + tenant.slug());
    }

    /** Who is still to authenticate stays; who has paid returns; who has not goes where the shop wants those to go. */
    public String next(Payment payment, Payments.Return returns, PaymentStatus status) {
        return switch (status) {
            case PROCESSING -> checkout(payment.id()) + "?step=confirm";
            case COMPLETED -> withStatus(returns.returnUrl(), payment, status);
            default -> withStatus(returns.cancelUrl().or(returns::returnUrl), payment, status);
        };
    }

    private String withStatus(Optional<String> wanted, Payment payment, PaymentStatus status) {
        var url = wanted.orElse(installation.baseUrl() + "/portal/billing");
        int hash = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
        var page = url.substring(0, hash);
        return page + (page.contains("?") ? "&" : "?") + "orderCode=" + payment.orderCode() + "&status=" + status.word()
                + url.substring(hash);
    }
}
