"""A Chromium that the tests drive, and what they ask it."""
import json
import os
import shutil
import time

from expected import check_equal, need, skip

PATIENCE = 60  # seconds; only a test that fails waits that long


class Browser:
    """One window; files that it saves come to `folder`. Use with `with`."""

    def __init__(self, folder, width=1300, height=850):
        need("selenium")
        from selenium import webdriver
        from selenium.webdriver.chrome.options import Options
        from selenium.webdriver.chrome.service import Service
        chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
        if not chromium or not driver:
            skip("chromium and chromium-driver are not installed")
        self.folder = folder
        options = Options()
        options.binary_location = chromium
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=%d,%d" % (width, height),
                         "--user-data-dir=" + os.path.join(folder, "profile")):
            options.add_argument(argument)
        options.add_experimental_option("prefs", {"download.default_directory": folder, "download.prompt_for_download": False})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service(driver), options=options)
        self.size(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def size(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def wait(self, what, condition):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            got = condition()
            if got:
                return got
            time.sleep(0.02)
        raise SystemExit("waited in vain for " + what)

    def open(self, path, address=""):
        """Opens a page anew and waits until its nodes have settled."""
        self.driver.get("about:blank")
        self.driver.get("file://" + path + address)
        self.wait("the page", lambda: self.script("return document.documentElement.dataset.ready") == "true")

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def text(self, selector):
        """The text of the first such element, as it stands in the document."""
        return self.script("const e = document.querySelector(arguments[0]); return e && e.textContent", selector)

    def texts(self, selector):
        return self.script("return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector)

    def click(self, selector):
        self.find(selector).click()

    def keys(self, *keys):
        """Presses keys where the focus is."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def point(self, x, y):
        """Action chains whose pointer is at a point of the canvas, counted from its upper left corner."""
        from selenium.webdriver.common.action_chains import ActionChains
        canvas = self.find("#canvas")
        size = canvas.size
        return ActionChains(self.driver).move_to_element_with_offset(canvas, round(x - size["width"] / 2), round(y - size["height"] / 2))

    def touch(self, *points):
        """A finger that goes down at the first of some points of the canvas, over the others, and up."""
        left, top = self.script("const r = document.getElementById('canvas').getBoundingClientRect(); return [r.left, r.top]")
        for i, (x, y) in enumerate(points):
            self.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchMove" if i else "touchStart",
                                                                     "touchPoints": [{"x": round(left + x), "y": round(top + y)}]})
        self.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def controls(self):
        """(role, name) of everything that can have the focus, as Chromium tells it to a screen reader."""
        found = []
        for node in self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]:
            focusable = [item for item in node.get("properties", []) if item["name"] == "focusable" and item["value"]["value"]]
            if focusable and not node["ignored"]:
                found.append((node["role"]["value"], node.get("name", {}).get("value", "")))
        return found

    def save_svg(self):
        """The text of the file that the button saves."""
        before = set(os.listdir(self.folder))
        self.click("#download")

        def whole():
            """The new file once it is complete: Chromium shows it before."""
            for name in set(os.listdir(self.folder)) - before:
                if name.endswith(".svg"):
                    with open(os.path.join(self.folder, name), encoding="utf-8", newline="") as file:
                        text = file.read()
                    if text.endswith("</svg>\n"):
                        os.remove(os.path.join(self.folder, name))
                        return text
            return None
        return self.wait("the SVG file", whole)

    def check_quiet(self):
        """No message on the console, and no request but for the page and what it made itself."""
        check_equal("console", self.driver.get_log("browser"), [])
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            # Chromium's own first tab asks for its own things.
            if message["method"] == "Network.requestWillBeSent" and not message["params"]["documentURL"].startswith("chrome:"):
                url = message["params"]["request"]["url"]
                assert url.startswith(("file:///", "data:", "blob:", "about:blank")), url

    def processor_seconds(self):
        """What all processes of this Chromium have used so far: unlike the clock, it does not count what others do meanwhile."""
        ticks = 0
        for process in os.listdir("/proc"):
            try:
                with open("/proc/%s/cmdline" % process, "rb") as file:
                    ours = self.folder.encode() in file.read() and process.isdigit()
                with open("/proc/%s/stat" % process) as file:
                    fields = file.read().rpartition(")")[2].split()
            except OSError:
                continue
            ticks += int(fields[11]) + int(fields[12]) if ours else 0
        return ticks / os.sysconf("SC_CLK_TCK")

    def screenshot(self, name):
        """Kept in the folder that the test runs in: the build folder."""
        os.makedirs("screenshots", exist_ok=True)
        self.driver.save_screenshot(os.path.join("screenshots", name + ".png"))
