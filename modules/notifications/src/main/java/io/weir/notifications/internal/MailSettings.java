package io.weir.notifications.internal;

import io.weir.kernel.api.TenantId;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Which server sends a tenant's mail: the tenant's own settings ({@code mail.server}, {@code mail.port}, {@code
 * mail.username}, {@code mail.sender}) before the installation's ({@code MAIL_*}).
 */
@ApplicationScoped
public class MailSettings {
    private Function<String, Optional<String>> installation;
    private Tenants tenants;

    protected MailSettings() {
    }

    @Inject
    public MailSettings(Config config, Tenants tenants) {
        this(name -> config.getOptionalValue(name, String.class), tenants);
    }

    MailSettings(Function<String, Optional<String>> installation, Tenants tenants) {
        this.installation = name -> installation.apply(name).filter(value -> !value.isBlank());
        this.tenants = tenants;
    }

    /** Empty when neither names a server. */
    public Optional<SmtpServer> serverFor(TenantId id) {
        var tenant = tenants.byId(id);
        return either(tenant, "mail.server", "MAIL_SERVER").map(host -> new SmtpServer(host, port(tenant), startTls(),
                credentials(tenant), either(tenant, "mail.sender",
                "MAIL_DEFAULT_SENDER").orElse("noreply@weir.example")));
    }

    private int port(Tenant tenant) {
        var text = either(tenant, "mail.port", "MAIL_PORT").orElse("587");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("mail port of " + tenant.slug() + " is not a number: " + text, e);
        }
    }

    private boolean startTls() {
        return installation.apply("MAIL_USE_TLS").map(Boolean::parseBoolean).orElse(true);
    }

    /** The installation's password is for the installation's server alone. */
    private Optional<SmtpServer.Credentials> credentials(Tenant tenant) {
        if (tenant.setting("mail.server").isPresent()) {
            return Optional.empty();
        }
        return either(tenant, "mail.username", "MAIL_USERNAME").flatMap(username ->
                installation.apply("MAIL_PASSWORD").map(password -> new SmtpServer.Credentials(username, password)));
    }

    private Optional<String> either(Tenant tenant, String own, String shared) {
        return tenant.setting(own).or(() -> installation.apply(shared));
    }
}
