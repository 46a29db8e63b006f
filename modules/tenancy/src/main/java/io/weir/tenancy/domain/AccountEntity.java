package io.weir.tenancy.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.TenantOwned;
import io.weir.tenancy.api.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** A customer. Its suspension is present as a whole or absent as a whole. */
@Entity
@Table(name = "tenancy_account")
public class AccountEntity extends TenantOwned {
    /** Length of the name's column; a longer one is cut, because a name is only shown. */
    static final int LONGEST_NAME = 255;

    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "name")
    private String name;
    @Column(name = "owner_user_id")
    private String ownerUserId;
    @Column(name = "email")
    private String email;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "suspension_by")
    private String suspensionBy;
    @Column(name = "suspension_at")
    private Instant suspensionAt;
    @Column(name = "suspension_reason")
    private String suspensionReason;
    @Column(name = "external_id")
    private String externalId;
    @Version
    @Column(name = "version")
    private long version;

    protected AccountEntity() {
    }

    private AccountEntity(AccountId id, String name, UserId owner, String email, Instant createdAt) {
        this.id = id.toString();
        this.name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        this.ownerUserId = owner.toString();
        this.email = email;
        this.createdAt = createdAt;
    }

    public static AccountEntity open(AccountId id, String name, UserId owner, String email, Instant at) {
        return new AccountEntity(id, name, owner, email, at);
    }

    /** Answers whether this changed anything: the first suspension stands until it is lifted. */
    public boolean suspend(Account.Suspension suspension) {
        if (suspensionAt != null) {
            return false;
        }
        suspensionBy = suspension.by();
        suspensionAt = suspension.at();
        suspensionReason = suspension.reason();
        return true;
    }

    /** Answers whether this changed anything. */
    public boolean reactivate() {
        boolean wasSuspended = suspensionAt != null;
        suspensionBy = null;
        suspensionAt = null;
        suspensionReason = null;
        return wasSuspended;
    }

    /** That no other account goes by it is for the caller to see to. */
    public void nameExternally(Optional<ExternalId> wanted) {
        externalId = wanted.map(ExternalId::value).orElse(null);
    }

    public Account toAccount() {
        return new Account(AccountId.of(id), name, UserId.of(ownerUserId), email, createdAt, suspension(),
                Optional.ofNullable(externalId));
    }

    private Optional<Account.Suspension> suspension() {
        return Optional.ofNullable(suspensionAt).map(at -> new Account.Suspension(suspensionBy, at, suspensionReason));
    }
}
