"""Settings, root addresses and the server.

places        where a running site keeps its things
settings      Django's settings; settings_test for the tests
navigation    what the masthead links to
urls, wsgi    the root addresses; the door for a server
prepare       what a first start makes: tables, static files, messages, the example
server        the web server and its worker, started and stopped together
"""
