package io.weir.systemtests.inserver;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantBinding;
import io.weir.subscriptions.store.JpaShelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.Callable;

/**
 * The shipped persistence unit of the subscriptions module, as its own store got it from the server: no other archive
 * can have it injected. Each piece of work is a transaction.
 */
@ApplicationScoped
public class ShelfRows {
    @Inject
    private BeanManager beans;
    @Inject
    private UserTransaction transaction;

    /** What is done with the ORM. */
    public interface Work<T> {
        T with(EntityManager em) throws Exception;
    }

    /** Works for the tenant, as a façade would. */
    public <T> T of(TenantId tenant, Work<T> work) throws Exception {
        return TenantBinding.enter(tenant, () -> ofNobody(work));
    }

    /** Works without saying for whom. */
    public <T> T ofNobody(Work<T> work) throws Exception {
        var em = entityManager();
        return inTransaction(() -> work.with(em));
    }

    public <T> T inTransaction(Callable<T> work) throws Exception {
        transaction.begin();
        try {
            var done = work.call();
            transaction.commit();
            return done;
        } finally {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    private EntityManager entityManager() throws ReflectiveOperationException {
        var bean = beans.resolve(beans.getBeans(JpaShelf.class));
        var store = instance(bean);
        var field = JpaShelf.class.getDeclaredField("em");
        field.setAccessible(true);
        return (EntityManager) field.get(store);
    }

    /** The store itself, not the proxy that others get of it. */
    private <T> T instance(Bean<T> bean) {
        return beans.getContext(bean.getScope()).get(bean, beans.createCreationalContext(bean));
    }
}
