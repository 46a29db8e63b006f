package io.weir.webrest.metering;

import jakarta.ws.rs.QueryParam;

/**
 * What narrows the log of usage. {@code from} and {@code to} are days of the tenant, the last one included, or times of
 * RFC 3339, the last one not included.
 */
public class LogFilter {
    @QueryParam("account")
    String account;
    @QueryParam("meter")
    String meter;
    @QueryParam("from")
    String from;
    @QueryParam("to")
    String to;
    @QueryParam("endpoint")
    String endpoint;
    @QueryParam("model")
    String model;
    @QueryParam("key")
    String key;
}
