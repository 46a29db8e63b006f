package io.weir.systemtests.inserver;

import io.weir.systemtests.inserver.fixture.Happened;
import io.weir.systemtests.inserver.fixture.Heard;
import io.weir.systemtests.inserver.fixture.Teller;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The archive that ships, with one web module more for the tests and one library more for the events that they publish:
 * the outbox's thread loads those, and it sees libraries but no web module.
 */
final class ShippedEar {
    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String MODULE = "in-server-tests.war";

    private ShippedEar() {
    }

    static EnterpriseArchive with(Class<?>... tests) {
        var file = InServerHome.shipped().resolve("apps/weir.ear").toFile();
        var ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file);
        var fixture = ShrinkWrap.create(JavaArchive.class, "in-server-fixture.jar")
                .addClasses(Happened.class, Heard.class, Teller.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        var war = ShrinkWrap.create(WebArchive.class, MODULE).addClasses(tests)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml").addAsLibrary(jarOf(Assertions.class));
        var descriptor = withModule(text(ear));
        ear.delete(DESCRIPTOR);
        return ear.setApplicationXML(new StringAsset(descriptor)).addAsLibrary(fixture)
                .addAsModule(Testable.archiveToTest(war));
    }

    private static String withModule(String descriptor) {
        int end = descriptor.indexOf("<library-directory>");
        if (end < 0) {
            throw new IllegalStateException("where do the modules end in " + descriptor);
        }
        return descriptor.substring(0, end) + "<module><web><web-uri>" + MODULE
                + "</web-uri><context-root>/in-server-tests</context-root></web></module>" + descriptor.substring(end);
    }

    private static String text(EnterpriseArchive ear) {
        try (var stream = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
