package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Device;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Settlement;
import io.weir.platform.api.Ids;
import io.weir.platform.api.RequestContext;
import io.weir.tenancy.api.Tenant;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request and what has been found out about it. {@link #current} answers on the request's own thread only; work
 * that moves to another thread takes the exchange along, and filters that run there find it as an attribute of the
 * request.
 */
public final class Exchange {
    static final String ATTRIBUTE = Exchange.class.getName();
    private static final ThreadLocal<Exchange> CURRENT = new ThreadLocal<>();

    private final RequestContext context;
    private final String method;
    private final String path;
    private final String host;
    private final Headers headers;
    private volatile Caller caller;
    private volatile Tenant tenant;
    private volatile List<RateHeaders> rates = List.of();
    private volatile List<Quota> quotas = List.of();
    private volatile IdempotencyClaim claim;

    /** The request headers that matter beyond their route; null where absent. */
    record Headers(String tenant, String language, String userAgent, String origin) {
    }

    Exchange(RequestContext context, String method, String path, String host, Headers headers) {
        this.context = context;
        this.method = method;
        this.path = path;
        this.host = host;
        this.headers = headers;
    }

    static Exchange begin(HttpServletRequest request) {
        var id = RequestIds.accept(request.getHeader("X-Request-Id")).orElseGet(() -> Ids.next().toString());
        var exchange = new Exchange(new RequestContext(id, request.getRemoteAddr()), request.getMethod(),
                request.getRequestURI(), request.getServerName(), new Headers(request.getHeader("X-Tenant"),
                request.getHeader("Accept-Language"), request.getHeader("User-Agent"), request.getHeader("Origin")));
        request.setAttribute(ATTRIBUTE, exchange);
        CURRENT.set(exchange);
        RequestContext.begin(exchange.context);
        return exchange;
    }

    static void end() {
        CURRENT.remove();
        RequestContext.end();
    }

    /** @throws IllegalStateException on any thread but the request's */
    public static Exchange current() {
        var exchange = CURRENT.get();
        if (exchange == null) {
            throw new IllegalStateException("no request on this thread");
        }
        return exchange;
    }

    /**
     * The exchange of a request on whatever thread; begun here when the request never passed the filter (error pages).
     */
    public static Exchange of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Exchange exchange
                ? exchange : begin((HttpServletRequest) request);
    }

    void identified(Caller recognised) {
        caller = recognised;
        context.identified(recognised.tenant(), recognised.keyId().map(Object::toString)
                .or(() -> recognised.user().map(Object::toString)).orElse("service"),
                recognised.account().map(Object::toString).orElse(""));
    }

    public String requestId() {
        return context.requestId();
    }

    public String address() {
        return context.address();
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    boolean isApi() {
        return path.startsWith("/api/") || path.equals("/api");
    }

    String host() {
        return host;
    }

    Headers headers() {
        return headers;
    }

    public Device device() {
        return new Device(address(), headers.userAgent());
    }

    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    Optional<Tenant> tenant() {
        return Optional.ofNullable(tenant);
    }

    void tenant(Tenant found) {
        tenant = found;
    }

    List<RateHeaders> rates() {
        return rates;
    }

    /** One more limit that this request was held against; it shows in the answer's headers. */
    public synchronized void rate(RateHeaders taken) {
        rates = Stream.concat(rates.stream(), Stream.of(taken)).toList();
    }

    List<Quota> quotas() {
        return quotas;
    }

    /** What is left after this decision; it shows in the answer's headers. */
    public synchronized void quota(Decision decision) {
        if (decision instanceof Decision.Admitted admitted) {
            quotas = admitted.lines().stream().map(Quota::of).toList();
        } else if (decision instanceof Decision.Exhausted exhausted) {
            quotas = List.of(Quota.of(exhausted));
        } else if (decision instanceof Decision.Capped capped) {
            quotas = List.of(Quota.of(capped));
        }
    }

    /** What is left after the reservation of this request was settled. */
    public synchronized void quota(Settlement settlement) {
        quotas = quotas.stream().map(quota -> quota.after(settlement.lines())).toList();
    }

    Optional<IdempotencyClaim> claim() {
        return Optional.ofNullable(claim);
    }

    void claim(IdempotencyClaim held) {
        claim = held;
    }
}
