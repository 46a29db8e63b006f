package io.weir.webrest.payments;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.BillingDetails;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the account is on its invoices. */
@Path("billing/details")
@Tag(name = "Invoices")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BillingDetailsResource {
    @Inject
    Callers callers;
    @Inject
    BillingDetails details;

    @GET
    @Operation(summary = "Name, address, country, VAT id and e-mail on invoices to come")
    public View read() {
        return View.of(details.of(callers.tenantId(), callers.account()));
    }

    @PUT
    @Operation(summary = "Say them anew, all of them; invoices that are final keep what they have")
    public View write(Wanted body) {
        return View.of(details.put(callers.tenantId(), callers.account(), Input.required(body).details()));
    }

    /** {@code address}: lines without the country. {@code country}: ISO 3166-1 alpha-2. */
    public record Wanted(@JsonAlias({"company", "companyName"}) String name, List<String> address, String country,
            @JsonAlias({"vat_id", "taxNumber"}) String vatId, String email) {
        BillingDetails.Details details() {
            var lines = address == null ? List.<String>of()
                    : address.stream().map(line -> line == null ? "" : line).toList();
            return new BillingDetails.Details(Texts.given(name), lines, Texts.given(country), Texts.given(vatId),
                    Texts.given(email));
        }
    }

    /** As they stand. */
    public record View(Optional<String> name, List<String> address, Optional<String> country, Optional<String> vatId,
            Optional<String> email) {
        static View of(BillingDetails.Details details) {
            return new View(details.name(), details.address(), details.country(), details.vatId(), details.email());
        }
    }
}
