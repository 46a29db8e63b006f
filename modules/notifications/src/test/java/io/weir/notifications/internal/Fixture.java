package io.weir.notifications.internal;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** A tenant in Vietnam, the installation it lives in, and the texts that ship. */
final class Fixture {
    static final TenantId TENANT = new TenantId(UUID.randomUUID());
    static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());
    static final UserId USER = new UserId(UUID.randomUUID());
    static final Currency VND = Currency.getInstance("VND");

    private Fixture() {
    }

    static Tenant tenant(Map<String, String> settings) {
        return new Tenant(TENANT, "iqx", "IQX", VND, Locale.forLanguageTag("vi"), ZoneId.of("Asia/Ho_Chi_Minh"), true,
                settings);
    }

    static Tenants tenants(Map<String, String> settings) {
        return fake(Tenants.class, tenant(settings));
    }

    static Installation installation(boolean production) {
        return (Installation) Proxy.newProxyInstance(Fixture.class.getClassLoader(),
                new Class<?>[] {Installation.class}, (self, method, arguments) ->
                        method.getName().equals("isProduction") ? production : "https://weir.example");
    }

    static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> answer));
    }

    static Messages messages() {
        return new ShippedTexts();
    }

    /** Reads the files themselves, from the module's folder or the one above, and fails where a text is missing. */
    private static final class ShippedTexts implements Messages {
        @Override
        public String text(Locale locale, String code, Object... arguments) {
            var text = texts(locale.getLanguage()).getProperty(code);
            if (text == null) {
                throw new AssertionError("no text " + code + " in " + locale);
            }
            return new MessageFormat(text, locale).format(arguments);
        }

        @Override
        public Locale choose(String acceptLanguage, Locale otherwise) {
            return otherwise;
        }

        private static Properties texts(String language) {
            var file = Stream.of("../platform", "platform").map(folder -> Path.of(folder,
                            "src/main/resources/io/weir/platform/messages/notifications_" + language + ".properties"))
                    .filter(Files::exists).findFirst().orElseThrow();
            try (var in = Files.newBufferedReader(file)) {
                var texts = new Properties();
                texts.load(in);
                return texts;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
