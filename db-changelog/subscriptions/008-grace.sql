--liquibase formatted sql

--changeset weir:subscriptions-012 splitStatements:true endDelimiter:;
--comment: Until when access stays for the invoice that is out, where its dunning says so; else the tenant's grace time counts.
ALTER TABLE subscriptions_subscription ADD COLUMN grace_until DATETIME(3) NULL;

--rollback ALTER TABLE subscriptions_subscription DROP COLUMN grace_until;
