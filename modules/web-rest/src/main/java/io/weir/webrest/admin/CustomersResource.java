package io.weir.webrest.admin;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

    @GET
    @Operation(summary = "Customers, newest first; search finds part of name or email")
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

    /** Why. */
    public record Suspension(@NotBlank(message = "REQUIRED") @Size(max = 500, message = "TOO_LONG") String reason) {
    }
}
