package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Messages;
import io.weir.platform.api.RequestContext;
import io.weir.tenancy.api.Tenant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What tests of the door share: a tenant that speaks Vietnamese, callers, and messages that show what they were made
 * from.
 */
final class Fixtures {
    static final TenantId TENANT = new TenantId(new UUID(0, 1));

    private Fixtures() {
    }

    static Tenant tenant(Map<String, String> settings) {
        return new Tenant(TENANT, "iqx", "IQX", Currency.getInstance("VND"), Locale.forLanguageTag("vi"),
                ZoneOffset.UTC, true,
                settings);
    }

    static Caller caller(Role role, Caller.Credential.Kind kind, long epoch) {
        var credential = new Caller.Credential(kind, new UUID(0, 2), Optional.empty());
        return new Caller(TENANT, Optional.of(new UserId(new UUID(0, 3))), Optional.of(new AccountId(new UUID(0, 4))),
                role,
                credential, epoch);
    }

    static Exchange exchange(String language) {
        var headers = new Exchange.Headers(null, language, "test", null);
        var exchange = new Exchange(new RequestContext("request-1", "192.0.2.1"), "POST", "/api/chat", "localhost",
                headers);
        exchange.tenant(tenant(Map.of()));
        return exchange;
    }

    static Problems problems() {
        var problems = new Problems();
        problems.messages = new SpeakingMessages();
        problems.callers = new Callers();
        problems.callers.messages = problems.messages;
        return problems;
    }

    /** {@code vi:CODE}; a header of two letters is the language wanted. */
    static final class SpeakingMessages implements Messages {
        @Override
        public String text(Locale locale, String code, Object... arguments) {
            return locale.getLanguage() + ":" + code;
        }

        @Override
        public Locale choose(String acceptLanguage, Locale otherwise) {
            return acceptLanguage == null ? otherwise : Locale.forLanguageTag(acceptLanguage);
        }
    }
}
