package io.weir.webrest.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the annotations of each route say, read once. */
@ApplicationScoped
class AccessRules {
    private final ConcurrentMap<Method, Rule> known = new ConcurrentHashMap<>();

    Rule of(Method method, Class<?> resource) {
        var rule = known.get(method);
        return rule != null ? rule : known.computeIfAbsent(method, m -> read(m, resource));
    }

    static Rule read(Method method, Class<?> resource) {
        var who = Optional.ofNullable(method.getAnnotation(Access.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(Access.class))).map(Access::value);
        return new Rule(who, method.isAnnotationPresent(Hot.class));
    }

    /** {@code who} is absent where nothing was said: nobody. */
    record Rule(Optional<Who> who, boolean hot) {
        boolean isPublic() {
            return who.filter(w -> w == Who.PUBLIC).isPresent();
        }
    }
}
