package io.weir.rest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.weir.rest.admin.AdminPaymentsResource;
import io.weir.rest.admin.CustomersResource;
import io.weir.rest.admin.ExtensionPackagesResource;
import io.weir.rest.admin.OverviewResource;
import io.weir.rest.admin.PlanPackagesResource;
import io.weir.rest.admin.RecordsResource;
import io.weir.rest.auth.AuthResource;
import io.weir.rest.auth.PasswordsResource;
import io.weir.rest.auth.ProfileResource;
import io.weir.rest.auth.SessionsResource;
import io.weir.rest.chat.ChatResource;
import io.weir.rest.extensions.ExtensionPaymentsResource;
import io.weir.rest.extensions.ExtensionsResource;
import io.weir.rest.http.AnswerHeaders;
import io.weir.rest.http.AuthenticationFilter;
import io.weir.rest.http.IdempotencyFilter;
import io.weir.rest.http.IdempotencyStore;
import io.weir.rest.http.JsonBodies;
import io.weir.rest.http.ProblemMapper;
import io.weir.rest.http.RateLimitFilter;
import io.weir.rest.http.StrictJson;
import io.weir.rest.keys.KeysResource;
import io.weir.rest.metering.ChargesResource;
import io.weir.rest.ops.HealthResource;
import io.weir.rest.ops.PingResource;
import io.weir.rest.payments.BillingPaymentsResource;
import io.weir.rest.payments.InvoicesResource;
import io.weir.rest.payments.PaymentResource;
import io.weir.rest.payments.PaymentsResource;
import io.weir.rest.payments.WebhooksResource;
import io.weir.rest.plans.BillingPlansResource;
import io.weir.rest.plans.BillingResource;
import io.weir.rest.plans.CreditPlansResource;
import io.weir.rest.plans.PlanTiersResource;
import io.weir.rest.plans.SubscriptionResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API and everything it is made of, by name: what is not listed here is not served. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info = @Info(title = "Weir", version = "1",
                description = "Metered access to APIs and hosted software. Errors are RFC 9457 "
                + "problems; every unsafe request may carry an Idempotency-Key."),
        security = {@SecurityRequirement(name = "bearer"), @SecurityRequirement(name = "apiKey")})
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
@SecurityScheme(securitySchemeName = "apiKey", type = SecuritySchemeType.APIKEY, apiKeyName = "X-API-Key",
        in = SecuritySchemeIn.HEADER)
public class ApiApplication extends Application {
    /** The routes. */
    public static final Set<Class<?>> RESOURCES = Set.of(
            AuthResource.class, PasswordsResource.class, ProfileResource.class, SessionsResource.class,
            KeysResource.class, ChatResource.class, ChargesResource.class,
            BillingPlansResource.class, CreditPlansResource.class, PlanTiersResource.class,
            SubscriptionResource.class, BillingResource.class,
            ExtensionsResource.class, ExtensionPaymentsResource.class,
            PaymentResource.class, PaymentsResource.class, BillingPaymentsResource.class,
            InvoicesResource.class, WebhooksResource.class,
            PlanPackagesResource.class, ExtensionPackagesResource.class, OverviewResource.class,
            AdminPaymentsResource.class, CustomersResource.class, RecordsResource.class,
            HealthResource.class, PingResource.class);
    private static final Set<Class<?>> PROVIDERS = Set.of(
            JacksonJsonProvider.class, StrictJson.class, JsonBodies.class,
            AuthenticationFilter.class, RateLimitFilter.class, IdempotencyFilter.class, IdempotencyStore.class,
            AnswerHeaders.class, ProblemMapper.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(RESOURCES.stream(), PROVIDERS.stream()).collect(Collectors.toSet());
    }
}
