package io.weir.payments.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.domain.ApprovalEntity;
import io.weir.payments.domain.PaymentEntity;
import io.weir.platform.api.PageOf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The bound tenant's payments, by the ORM. */
@ApplicationScoped
public class PaymentRows {
    private static final Set<PaymentStatus> OPEN = EnumSet.of(PaymentStatus.PENDING, PaymentStatus.PROCESSING);

    @PersistenceContext(unitName = "payments")
    EntityManager em;

    public Optional<PaymentEntity> find(PaymentId id) {
        return Optional.ofNullable(em.find(PaymentEntity.class, id.toString()));
    }

    public Optional<PaymentEntity> find(AccountId account, long orderCode) {
        var query = "select p from Payment p where p.accountId = :account and p.orderCode = :code";
        return em.createQuery(query, PaymentEntity.class)
                .setParameter("account", account.toString()).setParameter("code", orderCode)
                .getResultList().stream().findFirst();
    }

    /** Locked until the transaction ends, and as it stands now, not as this transaction may have read it before. */
    public Optional<PaymentEntity> lock(PaymentId id) {
        return lock("p.id", id.toString());
    }

    public Optional<PaymentEntity> lock(long orderCode) {
        return lock("p.orderCode", orderCode);
    }

    /** By the gateway's name for its money; the newest, should a gateway use one name twice. */
    public Optional<PaymentEntity> lockByMoney(String gateway, String reference) {
        return em.createQuery("select p.id from Payment p where p.gateway = :gateway and p.gatewayReference = :money"
                + " order by p.createdAt desc", String.class).setParameter("gateway", gateway)
                .setParameter("money", reference).setMaxResults(1).getResultList().stream().findFirst()
                .flatMap(id -> lock(PaymentId.of(id)));
    }

    public Page<PaymentEntity> ofAccount(AccountId account, Page.Request page) {
        return page(page, " where p.accountId = :account", Map.of("account", account.toString()), "desc");
    }

    public Page<PaymentEntity> all(Optional<PaymentStatus> status, Page.Request page) {
        return status.map(s -> page(page, " where p.status = :status", Map.of("status", s), "desc"))
                .orElseGet(() -> page(page, "", Map.of(), "desc"));
    }

    /** Of these gateways, and any that needs attention; oldest first. */
    public Page<PaymentEntity> open(Collection<String> gateways, Page.Request page) {
        return page(page, " where p.status in :open and (p.gateway in :gateways or p.attention is not null)",
                Map.of("open", OPEN, "gateways", gateways), "asc");
    }

    /** Oldest first. */
    public Page<PaymentEntity> attention(Page.Request page) {
        return page(page, " where p.attention is not null", Map.of(), "asc");
    }

    public void add(ApprovalEntity approval) {
        em.persist(approval);
    }

    /** Oldest first. */
    public List<ApprovalEntity> approvals(PaymentId payment) {
        return em.createQuery("select a from Approval a where a.paymentId = :payment order by a.decidedAt, a.id",
                ApprovalEntity.class).setParameter("payment", payment.toString()).getResultList();
    }

    public void remove(PaymentEntity payment) {
        em.remove(payment);
    }

    /** Those that a gateway may still decide, the next to be asked about first. */
    public Page<PaymentEntity> toCheck(Page.Request page) {
        var where = " from Payment p where p.status in :open and p.nextCheckAt is not null";
        var items = em.createQuery("select p" + where + " order by p.nextCheckAt, p.id", PaymentEntity.class)
                .setParameter("open", OPEN);
        return PageOf.query(page, items, em.createQuery("select count(p)" + where, Long.class)
                .setParameter("open", OPEN));
    }

    private Optional<PaymentEntity> lock(String column, Object value) {
        return em.createQuery("select p from Payment p where " + column + " = :value", PaymentEntity.class)
                .setParameter("value", value).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", "true").getResultList().stream().findFirst();
    }

    private Page<PaymentEntity> page(Page.Request page, String where, Map<String, Object> arguments, String direction) {
        var items = em.createQuery("select p from Payment p" + where
                + " order by p.createdAt " + direction + ", p.id " + direction, PaymentEntity.class);
        var count = em.createQuery("select count(p) from Payment p" + where, Long.class);
        arguments.forEach((name, value) -> {
            items.setParameter(name, value);
            count.setParameter(name, value);
        });
        return PageOf.query(page, items, count);
    }
}
