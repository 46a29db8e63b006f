package io.weir.billing.store;

import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.IssuedInvoice;
import io.weir.payments.api.PaymentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Keeps invoices through the ORM, in the transaction that settles their payment. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaInvoiceBook implements InvoiceBook {
    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    @Override
    public boolean holdsInvoiceFor(PaymentId payment) {
        return entities.createQuery("SELECT COUNT(i) FROM IssuedInvoice i WHERE i.payment = :payment", Long.class)
                .setParameter("payment", payment.toString()).getSingleResult() > 0;
    }

    @Override
    public void keep(IssuedInvoice invoice) {
        entities.persist(invoice);
        invoice.lines().forEach(entities::persist);
    }
}
