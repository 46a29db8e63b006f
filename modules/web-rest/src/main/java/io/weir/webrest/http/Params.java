package io.weir.webrest.http;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;

/** Reads query parameters strictly: what is there must be right, what is not there has its default. */
public final class Params {
    private Params() {
    }

    /** A whole number within bounds; refused with the parameter's name. */
    public static int whole(String name, String text, int otherwise, int least, int most) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw Refusal.invalidField(name, "WRONG_TYPE").asException();
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw Refusal.invalidField(name, "OUT_OF_RANGE").asException();
        }
        return number;
    }

    /** {@code true} or {@code false}; absent is false. */
    public static boolean flag(String name, String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Refusal.invalidField(name, "WRONG_TYPE").asException();
        }
        return "true".equals(text);
    }

    /** For lists in an envelope: 20 items unless said otherwise. */
    public static Page.Request page(String page, String limit) {
        return page(page, limit, 20);
    }

    /** For lists that are a bare array: as many as a page may have unless said otherwise. */
    public static Page.Request bare(String page, String limit) {
        return page(page, limit, Page.Request.MOST);
    }

    private static Page.Request page(String page, String limit, int otherwise) {
        return new Page.Request(whole("page", page, 1, 1, 1_000_000),
                whole("limit", limit, otherwise, 1, Page.Request.MOST));
    }
}
