package io.weir.webrest.auth;

import io.weir.identity.api.Role;

/** Roles in the words of seed B's clients. */
final class RoleWord {
    private RoleWord() {
    }

    static String of(Role role) {
        return switch (role) {
            case CUSTOMER -> "member";
            case TENANT_ADMIN -> "admin";
            case PLATFORM_ADMIN, SERVICE -> role.groupName();
        };
    }
}
