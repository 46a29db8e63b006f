package io.weir.tenancy.domain;

import io.weir.kernel.api.Refusal;
import java.util.regex.Pattern;

/** What a tenant's own systems call an account; upper and lower case differ. */
public record ExternalId(String value) {
    private static final int LONGEST = 100;
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:@-]+");

    /** Refused: {@code VALIDATION_FAILED} on {@code externalId}. */
    public ExternalId {
        if (value == null || value.isEmpty()) {
            throw Refusal.invalidField("externalId", "REQUIRED").asException();
        }
        if (value.length() > LONGEST) {
            throw Refusal.invalidField("externalId", "TOO_LONG").asException();
        }
        if (!FORM.matcher(value).matches()) {
            throw Refusal.invalidField("externalId", "BAD_CHARACTERS").asException();
        }
    }

    /** Whether it could be an account's id as well. */
    public boolean isUuid() {
        return UUID.matcher(value).matches();
    }

    /** Ids have this form too: what has another one names no account either way. */
    public static boolean isFormOf(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
