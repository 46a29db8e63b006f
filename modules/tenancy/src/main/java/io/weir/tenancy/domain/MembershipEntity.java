package io.weir.tenancy.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A person's role in an account. Never edited: a changed role is another membership. */
@Entity
@Table(name = "tenancy_membership")
public class MembershipEntity extends TenantOwned {
    /** What the person is to the account. */
    public enum MemberRole { OWNER, MEMBER }

    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "account_id")
    private String accountId;
    @Column(name = "user_id")
    private String userId;
    @Enumerated(EnumType.STRING)
    @Column(name = "member_role")
    private MemberRole role;

    protected MembershipEntity() {
    }

    public MembershipEntity(UUID id, AccountId account, UserId user, MemberRole role) {
        this.id = id.toString();
        this.accountId = account.toString();
        this.userId = user.toString();
        this.role = role;
    }
}
