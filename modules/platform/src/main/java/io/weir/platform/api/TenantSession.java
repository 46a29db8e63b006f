package io.weir.platform.api;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Tells each unit of work of the ORM whose rows it may see: the tenant bound when it begins. Named in every
 * persistence.xml.
 */
public class TenantSession implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postAcquireClientSession(SessionEvent event) {
                var tenant = TenantBinding.orNull();
                if (tenant != null) {
                    event.getSession().setProperty(TenantBinding.PROPERTY, tenant.toString());
                }
            }
        });
    }
}
