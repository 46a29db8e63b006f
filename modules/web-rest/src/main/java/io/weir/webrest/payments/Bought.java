package io.weir.webrest.payments;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.billing.api.Invoice;
import io.weir.billing.api.Purchases.Ordered;
import io.weir.payments.api.Payment;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** The answer to an order: how to pay for it, or that it has started because it costs nothing. */
public final class Bought {
    private Bought() {
    }

    /** 201 either way. {@code thing}: what was bought, in short. */
    public static Response answer(Ordered ordered, Object thing, Function<Payment, Object> toPay) {
        return Response.status(201).entity(ordered.payment().map(toPay)
                .orElseGet(() -> Started.of(ordered.invoice().orElseThrow(), thing))).build();
    }

    /** Nothing is to be paid. */
    public record Started(String status, BigDecimal amount, String currency, InvoiceView invoice,
            @JsonProperty("package") Optional<Object> bought) {
        static Started of(Invoice invoice, Object thing) {
            return new Started("completed", invoice.total().major(), invoice.total().currency().getCurrencyCode(),
                    InvoiceView.of(invoice), Optional.ofNullable(thing));
        }
    }
}
