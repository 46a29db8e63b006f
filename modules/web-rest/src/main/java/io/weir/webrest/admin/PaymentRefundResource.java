package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentRefunds;
import io.weir.payments.api.PaymentRefunds.Wish;
import io.weir.payments.api.Payments;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Amounts;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives a payment's money back, and takes back what it started as far as that is unspent. */
@Path("admin/payments/{id}/refund")
@Tag(name = "Administration: payments")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentRefundResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Payments payments;
    @Inject
    PaymentRefunds refunds;
    @Inject
    QueueViews views;

    @POST
    @Operation(summary = "Give money back, all that is left unless an amount is given. 202 while the gateway has not "
            + "said that it is back, or until somebody else agrees; a gateway's no is a refund that failed")
    public Response refund(@PathParam("id") String id, Order body) {
        var payment = payments.payment(callers.tenantId(), PaymentId.of(id));
        var order = input.check(body);
        var amount = Optional.ofNullable(order.amount()).map(sum -> Amounts.of(sum, payment.amount().currency()));
        boolean byHand = order.byHand() != null && order.byHand();
        var given = refunds.refund(callers.tenantId(), payment.id(),
                new Wish(amount, order.reason(), byHand, callers.caller().requireUser(),
                        Texts.given(order.seen())));
        var after = views.of(payments.payment(callers.tenantId(), payment.id()));
        return given.refund().map(refund -> Response.status(refund.status().isOpen() ? 202 : 200)
                .entity(new Refunded(RefundView.of(refund), after)).build()).orElseGet(() -> Response.status(202)
                .entity(Awaiting.of(given.waiting().orElseThrow())).build());
    }

    /**
     * {@code amount} in major units. {@code byHand}: somebody sends it outside; the gateway is not asked. {@code
     * seen}: as the payment said it when you looked.
     */
    public record Order(BigDecimal amount,
                        @NotBlank(message = "REQUIRED") @Size(max = 255, message = "TOO_LONG") String reason,
                        @JsonAlias("by_hand") Boolean byHand, String seen) {
    }

    /** The refund, and the payment as it stands since. */
    public record Refunded(RefundView refund, PaymentInQueue payment) {
    }
}
