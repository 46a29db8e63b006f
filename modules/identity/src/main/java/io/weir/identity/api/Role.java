package io.weir.identity.api;

import java.util.Arrays;

/** What a caller may do; {@link #groupName()} is the word in tokens' {@code groups} and in {@code @RolesAllowed}. */
public enum Role {
    CUSTOMER(Names.CUSTOMER), TENANT_ADMIN(Names.TENANT_ADMIN), PLATFORM_ADMIN(Names.PLATFORM_ADMIN),
            SERVICE(Names.SERVICE);

    private final String groupName;

    Role(String groupName) {
        this.groupName = groupName;
    }

    public String groupName() {
        return groupName;
    }

    public static Role ofGroup(String name) {
        return Arrays.stream(values()).filter(r -> r.groupName.equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role " + name));
    }

    /** The names as constants, for annotations. */
    public static final class Names {
        public static final String CUSTOMER = "customer";
        public static final String TENANT_ADMIN = "tenant-admin";
        public static final String PLATFORM_ADMIN = "platform-admin";
        public static final String SERVICE = "service";

        private Names() {
        }
    }
}
