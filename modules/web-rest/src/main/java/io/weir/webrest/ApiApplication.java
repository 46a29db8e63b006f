package io.weir.webrest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.weir.webrest.admin.AdminInvoicesResource;
import io.weir.webrest.admin.AdminCouponsResource;
import io.weir.webrest.admin.AdminPaymentsResource;
import io.weir.webrest.admin.AdminSubscriptionsResource;
import io.weir.webrest.admin.AnalyticsResource;
import io.weir.webrest.admin.CatalogueResource;
import io.weir.webrest.admin.ClockResource;
import io.weir.webrest.admin.CreditPackagesResource;
import io.weir.webrest.admin.CustomerCreditResource;
import io.weir.webrest.admin.CustomersResource;
import io.weir.webrest.admin.DecisionsResource;
import io.weir.webrest.admin.DunningResource;
import io.weir.webrest.admin.ExtensionPackagesResource;
import io.weir.webrest.admin.GatewaysResource;
import io.weir.webrest.admin.InvoiceRecomputeResource;
import io.weir.webrest.admin.InvoiceTablesResource;
import io.weir.webrest.admin.MetersResource;
import io.weir.webrest.admin.NoticesResource;
import io.weir.webrest.admin.OverviewResource;
import io.weir.webrest.admin.PaymentProofsResource;
import io.weir.webrest.admin.PaymentRefundResource;
import io.weir.webrest.admin.PaymentRefundsResource;
import io.weir.webrest.admin.PlanPackagesResource;
import io.weir.webrest.admin.RateCardResource;
import io.weir.webrest.admin.ReconciliationResource;
import io.weir.webrest.admin.RecordsResource;
import io.weir.webrest.admin.RefundsResource;
import io.weir.webrest.admin.RoutesResource;
import io.weir.webrest.admin.ServiceKeysResource;
import io.weir.webrest.admin.SetAsideResource;
import io.weir.webrest.admin.SimulationsResource;
import io.weir.webrest.admin.StatementLinesResource;
import io.weir.webrest.admin.StatementsResource;
import io.weir.webrest.admin.UsageRecomputeResource;
import io.weir.webrest.auth.AuthResource;
import io.weir.webrest.auth.PasswordsResource;
import io.weir.webrest.auth.ProfileResource;
import io.weir.webrest.auth.SessionsResource;
import io.weir.webrest.chat.ChatResource;
import io.weir.webrest.credits.CreditOffersResource;
import io.weir.webrest.credits.CreditUsageResource;
import io.weir.webrest.credits.CreditsResource;
import io.weir.webrest.extensions.ExtensionPaymentsResource;
import io.weir.webrest.extensions.ExtensionsResource;
import io.weir.webrest.gateway.GatewayResource;
import io.weir.webrest.http.AnswerHeaders;
import io.weir.webrest.http.AuthenticationFilter;
import io.weir.webrest.http.IdempotencyFilter;
import io.weir.webrest.http.IdempotencyStore;
import io.weir.webrest.http.JsonBodies;
import io.weir.webrest.http.ProblemMapper;
import io.weir.webrest.http.RateLimitFilter;
import io.weir.webrest.http.RawCardFilter;
import io.weir.webrest.http.StrictJson;
import io.weir.webrest.keys.KeysResource;
import io.weir.webrest.metering.ChargesResource;
import io.weir.webrest.metering.EventsResource;
import io.weir.webrest.metering.ReservationsResource;
import io.weir.webrest.ops.HealthResource;
import io.weir.webrest.ops.PingResource;
import io.weir.webrest.payments.BillingDetailsResource;
import io.weir.webrest.payments.BillingPaymentsResource;
import io.weir.webrest.payments.BillingProofsResource;
import io.weir.webrest.payments.CheckoutResource;
import io.weir.webrest.payments.CouponsResource;
import io.weir.webrest.payments.CreditResource;
import io.weir.webrest.payments.GatewayCheckoutResource;
import io.weir.webrest.payments.InvoiceTableResource;
import io.weir.webrest.payments.InvoicesResource;
import io.weir.webrest.payments.PaymentMethodsAlias;
import io.weir.webrest.payments.PaymentMethodsResource;
import io.weir.webrest.payments.PaymentResource;
import io.weir.webrest.payments.PaymentsResource;
import io.weir.webrest.payments.ProofsResource;
import io.weir.webrest.payments.SimulationResource;
import io.weir.webrest.payments.WebhooksResource;
import io.weir.webrest.plans.BillingPlansResource;
import io.weir.webrest.plans.BillingResource;
import io.weir.webrest.plans.CancelResource;
import io.weir.webrest.plans.ChangePlanResource;
import io.weir.webrest.plans.CreditPlansResource;
import io.weir.webrest.plans.PlanTiersResource;
import io.weir.webrest.plans.SubscribeResource;
import io.weir.webrest.plans.SubscriptionResource;
import io.weir.webrest.usage.AlertsResource;
import io.weir.webrest.usage.CapsResource;
import io.weir.webrest.usage.UsageResource;
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
            KeysResource.class, ChatResource.class, ChargesResource.class, ReservationsResource.class,
            EventsResource.class, CreditsResource.class, CreditUsageResource.class, CreditOffersResource.class,
            UsageResource.class, AlertsResource.class, CapsResource.class,
            BillingPlansResource.class, CreditPlansResource.class, PlanTiersResource.class,
            SubscriptionResource.class, BillingResource.class, SubscribeResource.class, CancelResource.class,
            ExtensionsResource.class, ExtensionPaymentsResource.class,
            PaymentResource.class, PaymentsResource.class, BillingPaymentsResource.class,
            PaymentMethodsResource.class, PaymentMethodsAlias.class, GatewayCheckoutResource.class,
            CreditResource.class,
            GatewaysResource.class, NoticesResource.class, ReconciliationResource.class, CustomerCreditResource.class,
            ProofsResource.class, BillingProofsResource.class, PaymentProofsResource.class,
            StatementsResource.class, StatementLinesResource.class,
            CheckoutResource.class, InvoicesResource.class, BillingDetailsResource.class, CouponsResource.class,
            AdminSubscriptionsResource.class, AdminCouponsResource.class,
            AdminInvoicesResource.class, InvoiceRecomputeResource.class, InvoiceTableResource.class,
            SimulationResource.class, SimulationsResource.class,
            InvoiceTablesResource.class, DunningResource.class, SetAsideResource.class,
            WebhooksResource.class,
            PlanPackagesResource.class, ExtensionPackagesResource.class, CreditPackagesResource.class,
            OverviewResource.class,
            AdminPaymentsResource.class, PaymentRefundResource.class, PaymentRefundsResource.class,
            RefundsResource.class, DecisionsResource.class, ChangePlanResource.class, CustomersResource.class,
            RecordsResource.class,
            ServiceKeysResource.class, MetersResource.class, RateCardResource.class, UsageRecomputeResource.class,
            GatewayResource.class, RoutesResource.class, ClockResource.class,
            CatalogueResource.class, AnalyticsResource.class,
            HealthResource.class, PingResource.class);
    private static final Set<Class<?>> PROVIDERS = Set.of(
            JacksonJsonProvider.class, StrictJson.class, JsonBodies.class,
            AuthenticationFilter.class, RateLimitFilter.class, RawCardFilter.class, IdempotencyFilter.class,
            IdempotencyStore.class, AnswerHeaders.class, ProblemMapper.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(RESOURCES.stream(), PROVIDERS.stream()).collect(Collectors.toSet());
    }
}
