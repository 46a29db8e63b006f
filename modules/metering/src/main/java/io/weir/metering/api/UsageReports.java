package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was used, from hourly rollups. Days and buckets are in the given zone. A call that was charged on several meters
 * is one request, counted on the first of them; {@code quantity} is always of one meter.
 */
public interface UsageReports {
    /** One entry a day that has usage, newest first. {@code tokens} as the models said. */
    List<Day> days(TenantId tenant, AccountId account, MeterKey meter, Span span);

    /** Everything for a usage page, of the whole account or of one of its keys. */
    Overview overview(TenantId tenant, AccountId account, Span span, Optional<UUID> key);

    /** Everything for a usage page of the whole account. */
    default Overview overview(TenantId tenant, AccountId account, Span span) {
        return overview(tenant, account, span, Optional.empty());
    }

    /** One meter's use by endpoint, model, key, status or operation: what was used most first, at most 100. */
    List<Share> breakdown(TenantId tenant, AccountId account, MeterKey meter, Span span, By by);

    /** Totals per meter of all accounts, for administrators. */
    Map<String, Long> totals(TenantId tenant, Span span);

    /** All accounts of a tenant in one curve, for administrators. */
    Overview overviewOfTenant(TenantId tenant, Span span);

    /** From inclusive to exclusive, cut into buckets of an hour or a day. */
    record Span(Instant from, Instant until, ZoneId zone, Step step) {
        /** Bucket width. */
        public enum Step { HOUR, DAY }
    }

    /** What to break down by. */
    enum By { ENDPOINT, OPERATION, MODEL, KEY, STATUS }

    /** A day's requests, tokens and quantity. */
    record Day(LocalDate date, long requests, long tokens, long quantity) {
    }

    /** {@code name}: the endpoint, model, key id, status or operation, empty where calls had none. */
    record Share(String name, long requests, long errors, long tokens, long quantity, Latency latency) {
    }

    /** In ms, 0 without data; percentiles within 5 %. */
    record Latency(long avgMs, long p50Ms, long p95Ms, long p99Ms) {
    }

    /** Latencies in ms, 0 without data; percentiles within 5 %. */
    record Totals(long requests, long errors, double errorRate, long avgMs, long p50Ms, long p95Ms, long p99Ms) {
    }

    /**
     * One bar of the chart: the bucket's start in local time ({@code 2026-11-01} or {@code 2026-11-01T13:00}). Empty
     * buckets are listed too.
     */
    record Bucket(String bucket, long requests, long errors) {
    }

    /** An endpoint and how it did. */
    record Endpoint(String endpoint, long requests, long errors, long avgMs, long p95Ms) {
    }

    /** The usage page. {@code statusCodes}: HTTP status → requests. */
    record Overview(Totals totals, List<Bucket> series, List<Endpoint> topEndpoints, Map<String, Long> statusCodes) {
    }
}
