"""Starts production's processes, as docker-compose.yml has them, on real servers and uses the portal through them."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scripts import compose
from scripts.background_work import ask_for_rendering, outcome
from scripts.console import end_cleanly_when_told, say, start, stop
from scripts.paths import ROOT, VENV
from scripts.production_visit import Visitor
from scripts.servers import free_port, private_servers, wait_for_port
from scripts.supervisor import Member, end_members

HEALTHY_SECONDS = 60
HOST = "localhost"
COLLECT = ["python", "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
SAMPLE = ["python", "manage.py", "load_sample"]
PROGRAMS = ("nginx", "openssl")
NGINX_MAIN = """\
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/portal.conf;
}}
"""


class Production:
    """The production processes on this machine: the compose file's commands on private ports and folders."""

    def __init__(self, folder: Path, database_url: str, redis_url: str) -> None:
        self.folder = folder
        self.web_port, self.http_port, self.https_port = free_port(), free_port(), free_port()
        self.replacements = {
            "0.0.0.0:8000": f"127.0.0.1:{self.web_port}",
            "/tmp/": f"{folder}/",
        }
        self.variables = {
            "SECRET_KEY": os.urandom(32).hex(),
            "ALLOWED_HOSTS": HOST,
            "PUBLIC_URL": f"https://{HOST}:{self.https_port}",
            "POSTGRES_PASSWORD": "unused",
            "REDIS_PASSWORD": "unused",
        }
        self.own = {
            "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "DATA_DIR": str(folder / "data"),
            "STATIC_ROOT": str(folder / "static"),
            "CSRF_TRUSTED_ORIGINS": f"https://{HOST}:{self.https_port}",
            "PYTHONUNBUFFERED": "1",
            "JOB_ABANDONED_AFTER_SECONDS": "5",
        }
        self.members: list[Member] = []

    def environment(self, name: str) -> dict[str, str]:
        """The compose file's environment of a service, with this machine's servers and folders."""
        return {**compose.read_service(name, self.variables).environment, **self.own}

    def run_once(self, service: str, command: list[str]) -> str:
        """Run a command to its end in the environment of a service; stop where it fails."""
        finished = subprocess.run(
            command,
            cwd=ROOT,
            env=self.environment(service),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if finished.returncode:
            stop(f"{' '.join(command)} failed:\n{finished.stdout}")
        return finished.stdout

    def start(self, name: str) -> None:
        """Start a service's own command."""
        command = compose.localised(compose.read_service(name, self.variables).command, self.replacements)
        say(f"Starting {name}: {' '.join(command)}")
        self.members.append(Member(name, command, self.environment(name)))

    def start_proxy(self) -> None:
        """Start nginx with the deployment's own template and a certificate made for the occasion."""
        settings = compose.services()["proxy"]["environment"]
        local = {
            "PORTAL_UPSTREAM": f"127.0.0.1:{self.web_port}",
            "PORTAL_HTTP": f"127.0.0.1:{self.http_port}",
            "PORTAL_HTTPS": f"127.0.0.1:{self.https_port}",
            "PORTAL_TLS": str(self.folder),
        }
        if set(settings) != set(local):
            stop(f"The proxy's environment in docker-compose.yml should have exactly {', '.join(local)}.")
        template = ROOT / "deploy" / "nginx" / "default.conf.template"
        (self.folder / "portal.conf").write_text(compose.fill_template(template, local))
        (self.folder / "nginx.conf").write_text(NGINX_MAIN.format(folder=self.folder))
        self.make_certificate()
        say("Starting proxy: nginx")
        command = ["nginx", "-c", str(self.folder / "nginx.conf")]
        self.members.append(Member("proxy", command, self.own))
        wait_for_port(self.https_port)

    def make_certificate(self) -> None:
        """Make a key and a certificate that only this run trusts."""
        key, certificate = self.folder / "portal.key", self.folder / "portal.crt"
        request = [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "1",
            "-subj",
            f"/CN={HOST}",
        ]
        request += ["-addext", f"subjectAltName=DNS:{HOST}", "-keyout", str(key), "-out", str(certificate)]
        subprocess.run(request, check=True, capture_output=True)

    def wait_until_healthy(self, name: str) -> None:
        """Wait until the service's own health check passes; stop where it does not in time."""
        check = compose.localised(compose.read_service(name, self.variables).healthcheck, self.replacements)
        check = [str(self.web_port) if part == "8000" else part for part in check]
        environment = self.environment(name)

        def passes() -> bool:
            finished = subprocess.run(check, cwd=ROOT, env=environment, capture_output=True, check=False)
            return finished.returncode == 0

        wait_for(passes, f"{name} to be healthy")
        say(f"{name} is healthy")

    def stop(self) -> None:
        """Stop everything; complain about a process that did not end by itself."""
        forced = end_members(self.members)
        if forced:
            stop(f"These did not stop when told to: {', '.join(forced)}")


def wait_for(condition: Callable[[], bool], what: str, seconds: float = HEALTHY_SECONDS) -> None:
    """Wait until the condition holds; stop where it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            stop(f"Waited {seconds:.0f} seconds for {what}, in vain.")
        time.sleep(0.3)


def main() -> None:
    """Try the production shape from migration to a signed-in page and finished background work."""
    end_cleanly_when_told()
    for program in PROGRAMS:
        if not shutil.which(program):
            stop(f"{program} is needed: on Debian, apt-get install {program}.")
    with private_servers() as servers, tempfile.TemporaryDirectory(prefix="portal-production-") as name:
        production = Production(Path(name), servers.database_url, servers.redis_url)
        try:
            check(production)
        finally:
            production.stop()
    say("The production check passed.")


def sample_account(printed: str, name: str) -> tuple[str, str]:
    """The e-mail address and the password of a sample account, from what load_sample printed."""
    password = re.search(r"password (\S+)", printed)
    email = re.search(rf"{name}@\S+", printed)
    if not password or not email:
        stop(f"load_sample printed no account of a {name}:\n{printed}")
    return email[0], password[1]


def check(production: Production) -> None:
    """Start everything in the compose file's order and use it."""
    production.run_once("migrate", compose.read_service("migrate", production.variables).command)
    production.run_once("web", COLLECT)
    accounts = production.run_once("web", SAMPLE)
    for name in ("web", "worker", "beat"):
        production.start(name)
    for name in ("web", "worker", "beat"):
        production.wait_until_healthy(name)
    production.start_proxy()
    visitor = Visitor(f"https://{HOST}:{production.https_port}", production.folder / "portal.crt")
    visitor.check_front_door(f"http://{HOST}:{production.http_port}")
    email, password = sample_account(accounts, "manager")
    visitor.sign_in(email, password)
    visitor.check_static_files()
    check_rendering(production, email)
    check_killed_worker(production, email)


def check_rendering(production: Production, email: str) -> None:
    """Have a report rendered by the worker."""
    environment = production.environment("web")
    expect_rendered(outcome(environment, ask_for_rendering(environment, email)), attempts=1)
    say("The worker rendered a report")


def check_killed_worker(production: Production, email: str) -> None:
    """Kill the worker while it renders; another one must finish the job, once."""
    environment = production.environment("web")
    pk = ask_for_rendering(environment, email)
    worker = next(member for member in production.members if member.name == "worker")
    worker.kill_group()
    worker.process.wait()
    say("Killed the worker while it rendered; starting another …")
    worker.start()
    expect_rendered(outcome(environment, pk), attempts=2)
    say("The report of the killed worker was rendered, once")


def expect_rendered(found: str, *, attempts: int) -> None:
    """Stop unless the rendering was done in this many attempts and made one edition."""
    if found != f"done {attempts} 1":
        stop(f"A rendering should be done in attempt {attempts} with one edition; it is: {found}")


if __name__ == "__main__":
    start(main)
