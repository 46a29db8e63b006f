package io.weir.subscriptions.domain;

import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An account that this module has heard of. Whoever changes its subscriptions locks this row first. */
@Entity
@Table(name = "subscriptions_account")
public class StoredAccount extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "created_at")
    private Instant createdAt;

    protected StoredAccount() {
    }

    public StoredAccount(UUID id, Instant now) {
        this.id = id.toString();
        this.createdAt = now;
    }
}
