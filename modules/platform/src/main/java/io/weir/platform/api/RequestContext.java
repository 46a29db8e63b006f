package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import java.util.Optional;

/** Who and what this thread works for; set by the doors, read by audit and logs. Empty in timers. */
public final class RequestContext {
    private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();

    private final String requestId;
    private final String address;
    private volatile String actor = "anonymous";
    private volatile String account = "";
    private volatile TenantId tenant;

    public RequestContext(String requestId, String address) {
        this.requestId = requestId;
        this.address = address;
    }

    public static Optional<RequestContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    public static void begin(RequestContext context) {
        CURRENT.set(context);
    }

    public static void end() {
        CURRENT.remove();
    }

    /** Says who it turned out to be, once credentials are verified. */
    public void identified(TenantId tenant, String actor, String account) {
        this.tenant = tenant;
        this.actor = actor;
        this.account = account;
    }

    public String requestId() {
        return requestId;
    }

    public String address() {
        return address;
    }

    public String actor() {
        return actor;
    }

    public String account() {
        return account;
    }

    public Optional<TenantId> tenant() {
        return Optional.ofNullable(tenant);
    }
}
