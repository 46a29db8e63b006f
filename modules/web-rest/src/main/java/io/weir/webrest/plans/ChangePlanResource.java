package io.weir.webrest.plans;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.PlanChanges;
import io.weir.kernel.api.Refusal;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.webrest.payments.Buying;
import io.weir.webrest.payments.InvoiceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed D's way from one plan to another. */
@Path("payment/subscription/change-plan")
@Tag(name = "Subscriptions")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChangePlanResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Subscribing subscribing;
    @Inject
    Subscriptions subscriptions;
    @Inject
    PlanChanges changes;

    @POST
    @Operation(summary = "Up now, down at the period's end; preview=true only says what would happen. 201 when it has "
            + "to be paid for first")
    public Response change(@QueryParam("preview") String preview, Wanted body) {
        var wanted = input.check(body);
        requireCurrent(wanted);
        var plan = subscribing.plan(callers.tenantId(), wanted.newPlan().strip()).id();
        if (Boolean.parseBoolean(preview)) {
            return Response.ok(ChangeView.of(changes.preview(callers.caller(), plan, Texts.given(wanted.couponCode()))))
                    .build();
        }
        var done = changes.change(callers.caller(), plan,
                Buying.how(wanted.gateway(), wanted.returnUrl(), wanted.cancelUrl(), wanted.couponCode()),
                Optional.ofNullable(wanted.previewedAt()));
        return Response.status(done.payment().isPresent() ? 201 : 200).entity(ChangedView.of(done)).build();
    }

    /** Only the running one can be changed. */
    private void requireCurrent(Wanted wanted) {
        var current = subscriptions.current(callers.tenantId(), callers.account()).id().toString();
        if (Texts.given(wanted.subscriptionId()).filter(named -> !named.equals(current)).isPresent()) {
            throw Refusal.notFound("SUBSCRIPTION_NOT_FOUND").asException();
        }
    }

    /** {@code newPlan}: slug or id. {@code previewedAt}: the preview's {@code bill.at}, to be billed what it showed. */
    public record Wanted(
            @NotBlank(message = "REQUIRED") @JsonAlias({"new_plan", "plan", "planId"}) String newPlan,
            @JsonAlias("subscription_id") String subscriptionId,
            String gateway,
            @JsonAlias("coupon_code") String couponCode,
            @JsonAlias("previewed_at") Instant previewedAt,
            @JsonAlias("return_url") String returnUrl,
            @JsonAlias("cancel_url") String cancelUrl) {
    }

    /**
     * {@code kind}: upgrade, downgrade or end. {@code effective}: now or period_end. {@code dueNow}: absent when only
     * the gateway knows.
     */
    public record ChangeView(String kind, String effective, Optional<Instant> effectiveAt,
                             SubscriptionView.PlanInShort from, SubscriptionView.PlanInShort to, BigDecimal price,
                             String currency, Optional<BigDecimal> dueNow, boolean automatic, String message,
                             Optional<BillView> bill) {
        public static ChangeView of(PlanChanges.Change change) {
            return new ChangeView(change.kind().name().toLowerCase(Locale.ROOT),
                    change.kind() == PlanChanges.Kind.UPGRADE ? "now" : "period_end", change.effectiveAt(),
                    SubscriptionView.PlanInShort.of(change.from()), SubscriptionView.PlanInShort.of(change.to()),
                    change.price().major(), change.price().currency().getCurrencyCode(),
                    change.dueNow().map(due -> due.major()), change.agreement(), change.words(),
                    change.bill().map(BillView::of));
        }
    }

    /** What is billed, priced {@code at}. {@code credited}: beyond the new price, to the account's credit. */
    public record BillView(Instant at, List<InvoiceView.LineView> lines, BigDecimal net, BigDecimal tax,
                           BigDecimal total, BigDecimal credited) {
        static BillView of(PlanChanges.Bill bill) {
            return new BillView(bill.at(), bill.lines().stream().map(InvoiceView.LineView::of).toList(),
                    bill.net().major(), bill.tax().major(), bill.total().major(), bill.credited().major());
        }
    }

    /**
     * What happens, the subscription as it stands, and what is to be paid for it, or the invoice of what cost nothing.
     */
    public record ChangedView(ChangeView change, SubscriptionView subscription,
                              Optional<Subscribing.PaymentInShort> payment, Optional<String> url,
                              Optional<InvoiceView> invoice) {
        public static ChangedView of(PlanChanges.Changed done) {
            return new ChangedView(ChangeView.of(done.change()), SubscriptionView.of(done.subscription()),
                    done.payment().map(Subscribing.PaymentInShort::of),
                    done.payment().flatMap(payment -> payment.checkout().url()),
                    done.invoice().map(InvoiceView::of));
        }
    }
}
