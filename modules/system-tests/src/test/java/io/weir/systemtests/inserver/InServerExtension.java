package io.weir.systemtests.inserver;

import java.io.IOException;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/** Has database and server directory ready before Arquillian starts its container, and the database end after it. */
public class InServerExtension implements LoadableExtension {
    private static final int FIRST = 100;
    private static final int LAST = -100;

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Surroundings.class);
    }

    /** Arquillian makes it, hence public. */
    public static class Surroundings {
        private InServerHome home;

        public void prepare(@Observes(precedence = FIRST) BeforeSuite suite) throws IOException {
            home = InServerHome.prepare();
        }

        public void end(@Observes(precedence = LAST) AfterSuite suite) throws IOException {
            if (home != null) {
                home.close();
            }
        }
    }
}
