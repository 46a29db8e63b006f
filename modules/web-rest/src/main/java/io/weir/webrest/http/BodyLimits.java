package io.weir.webrest.http;

import java.util.regex.Pattern;

/**
 * How long a request's body may be: 1 MiB, and 5 MiB with what a form adds where files are taken. Only those very
 * addresses have the larger limit; callers are known before any of it is read.
 */
final class BodyLimits {
    static final long USUAL = 1L << 20;
    /** 5 MiB of file, and a form around it. */
    static final long FILE = (5L << 20) + (64L << 10);
    private static final Pattern FILES = Pattern.compile(
            "/api/(?:billing/)?payments/[0-9a-fA-F-]{36}/proof|/api/admin/statements");

    private BodyLimits() {
    }

    static long of(String method, String path) {
        return "POST".equals(method) && FILES.matcher(path).matches() ? FILE : USUAL;
    }
}
