package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.platform.api.Messages;
import io.weir.platform.api.RequestContext;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
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
    static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

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
        problems.time = new StoppedTime();
        problems.callers = new Callers();
        problems.callers.messages = problems.messages;
        return problems;
    }

    static LimitHeaders limits(Map<String, Integer> decimals) {
        var limits = new LimitHeaders();
        limits.meters = new SomeMeters(decimals);
        limits.time = new StoppedTime();
        return limits;
    }

    /** It is always {@link #NOW}. */
    static final class StoppedTime implements Time {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Instant now(TenantId tenant) {
            return NOW;
        }
    }

    /** Meters to be read. */
    private record SomeMeters(Map<String, Integer> decimals) implements Meters {
        @Override
        public void remove(TenantId tenant, MeterKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void define(TenantId tenant, Meter meter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void put(TenantId tenant, Meter meter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Meter> of(TenantId tenant) {
            return decimals.keySet().stream().map(key -> find(tenant, new MeterKey(key)).orElseThrow()).toList();
        }

        @Override
        public Optional<Meter> find(TenantId tenant, MeterKey key) {
            return Optional.ofNullable(decimals.get(key.value())).map(d -> new Meter(key, key.value(), "unit", d));
        }
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
