package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's customers. */
@Path("admin/customers")
@Tag(name = "Administration: customers")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Accounts accounts;
    @Inject
    CustomerFiles files;
    @Inject
    CustomerAllowances allowances;

    @GET
    @Operation(summary = "Customers, newest first; search finds part of name, email or external id")
    public Page<Customer> customers(@QueryParam("search") String search, @QueryParam("page") String page,
                                    @QueryParam("limit") String limit) {
        return accounts.page(callers.tenantId(), Texts.given(search), Params.page(page, limit)).map(Customer::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One customer with plan, use and latest payments")
    public CustomerFiles.File customer(@PathParam("id") String id) {
        return files.of(callers.tenantId(), AccountId.of(id));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Say what your own systems call a customer; an empty externalId takes the name away")
    public Customer change(@PathParam("id") String id, Change body) {
        var account = AccountId.of(id);
        var wanted = Input.required(body).externalId();
        if (wanted != null) {
            accounts.nameExternally(callers.tenantId(), account, Texts.given(wanted));
        }
        return Customer.of(accounts.account(callers.tenantId(), account));
    }

    @GET
    @Path("{id}/allowances")
    @Operation(summary = "What a customer may use, allowance by allowance, with the grants that raised each")
    public List<HoldingView> allowances(@PathParam("id") String id) {
        return allowances.of(callers.tenantId(), AccountId.of(id));
    }

    @POST
    @Path("{id}/grants")
    @Operation(summary = "Give a customer units by hand, or take free ones away (negative); answers the new balance")
    public Response grant(@PathParam("id") String id, GrantRequest body) {
        var balance = allowances.adjust(callers.tenantId(), AccountId.of(id), input.check(body));
        return Response.status(201).entity(balance).build();
    }

    @POST
    @Path("{id}/suspend")
    @Operation(summary = "Sign a customer out everywhere and keep it out")
    public Customer suspend(@PathParam("id") String id, Suspension body) {
        var account = AccountId.of(id);
        accounts.suspend(callers.tenantId(), account, Texts.trimmed(input.check(body).reason()));
        return Customer.of(accounts.account(callers.tenantId(), account));
    }

    @POST
    @Path("{id}/reactivate")
    @Operation(summary = "Let a customer in again")
    public Customer reactivate(@PathParam("id") String id) {
        var account = AccountId.of(id);
        accounts.reactivate(callers.tenantId(), account);
        return Customer.of(accounts.account(callers.tenantId(), account));
    }

    /** What is not given stays. */
    public record Change(@JsonAlias("external_id") String externalId) {
    }

    /** Why. */
    public record Suspension(@NotBlank(message = "REQUIRED") @Size(max = 500, message = "TOO_LONG") String reason) {
    }
}
