package io.weir.webrest.admin;

import jakarta.ws.rs.QueryParam;

/** What narrows the list of a tenant's subscriptions. */
public class SubscriptionQuery {
    @QueryParam("search")
    String search;
    @QueryParam("account")
    String account;
    @QueryParam("plan")
    String plan;
    @QueryParam("status")
    String status;
    @QueryParam("free")
    String free;
}
