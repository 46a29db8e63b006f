package io.weir.billing.domain;

import io.weir.billing.api.BillingDetails.Details;
import io.weir.kernel.api.AccountId;
import io.weir.platform.api.Json;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an account said of itself for its invoices. The id is the account's. */
@Entity(name = "StoredCustomer")
@Table(name = "billing_customer")
public class StoredCustomer extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "name")
    private String name;
    @Column(name = "address")
    private String address;
    @Column(name = "country")
    private String country;
    @Column(name = "vat_id")
    private String vatId;
    @Column(name = "email")
    private String email;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Version
    @Column(name = "version")
    private long version;

    protected StoredCustomer() {
    }

    public StoredCustomer(AccountId account) {
        id = account.toString();
    }

    public void change(Details details, Instant now) {
        name = details.name().orElse(null);
        address = Json.write(details.address());
        country = details.country().orElse(null);
        vatId = details.vatId().orElse(null);
        email = details.email().orElse(null);
        updatedAt = now;
    }

    public AccountId account() {
        return AccountId.of(id);
    }

    public Details details() {
        List<?> lines = Json.read(address, List.class);
        return new Details(Optional.ofNullable(name), lines.stream().map(String::valueOf).toList(),
                Optional.ofNullable(country), Optional.ofNullable(vatId), Optional.ofNullable(email));
    }
}
